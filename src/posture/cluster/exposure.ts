/** What an add-on opens, from its settings, whoever spells them: shared by the Azure API's and Terraform's forms. */
import type { Plain } from '../../syntax/edit.js';
import { whenOn } from '../combine.js';
import type { Fact } from '../fact.js';
import { map } from '../fact.js';
import type { Opening } from '../model.js';
import { known } from '../reading/convert.js';

export type Exposure = Fact<Reach>;
export type Reach = 'public' | 'internal' | 'none';

/** The spelling of the application routing add-on for each reach; `AnnotationControlled` is public until an annotation says otherwise. */
const controllerTypes: Readonly<Record<Reach, string>> = { public: 'External', internal: 'Internal', none: 'None' };

/**
 * What the default controller of application routing opens. Set by reach: `internal` writes the controller type `Internal`.
 * @param type an unknown type counts as public: it is not what makes a controller internal
 */
export function controllerExposure(type: Fact<string>): Exposure {
  const exposure = map(type, (written): Reach => {
    switch (written.toLowerCase()) {
      case 'internal':
        return 'internal';
      case 'none':
        return 'none';
      default:
        return 'public';
    }
  });
  return spelling(exposure, (reach) => controllerTypes[reach]);
}

/** `External` and `Internal` are written into the controller's object again and again; `AnnotationControlled` leaves it alone. */
export function isFixedType(type: Fact<string>): Fact<boolean> {
  return map(type, (written) => ['external', 'internal', 'none'].includes(written.toLowerCase()));
}

/** A gateway that is there or not. Set by reach: `none` switches it off. */
export function gatewayExposure(enabled: Fact<boolean>, reach: 'public' | 'internal'): Exposure {
  const on = map(enabled, () => reach);
  return spelling(whenOn<Reach>(enabled, on, 'none'), (wanted) => wanted !== 'none');
}

/** Lets an exposure be set by a reach; no edit for anything else. */
function spelling(exposure: Exposure, spelled: (reach: Reach) => Plain): Exposure {
  if (!exposure.known || !exposure.set) return exposure;
  const { set } = exposure;
  return {
    ...exposure,
    set: (value) => (value === 'public' || value === 'internal' || value === 'none' ? set(spelled(value)) : undefined),
  };
}

/**
 * What the Application Gateway ingress add-on opens: the gateway that it makes for itself has a public address; of an existing
 * one, its own declaration decides.
 * @param gateway the id of an existing gateway, `''` when there is none
 */
export function applicationGatewayOpening(enabled: Fact<boolean>, gateway: Fact<string>): Opening {
  const exposure = applicationGatewayExposure(enabled, gateway);
  return { via: 'application-gateway', exposure, gateway: { enabled, id: gateway } };
}

function applicationGatewayExposure(enabled: Fact<boolean>, gateway: Fact<string>): Exposure {
  const { origin, name } = gateway;
  if (gateway.known && gateway.value === '') {
    return whenOn(enabled, known<Reach>('public', enabled.origin, enabled.name, true), 'none');
  }
  const expression = gateway.known ? gateway.value : gateway.expression;
  const named = /\/applicationGateways\/([\w.-]+)$/i.exec(expression)?.[1];
  const awaited = gateway.known || gateway.dependsOn.length === 0 ? [expression] : gateway.dependsOn;
  const dependsOn = named === undefined ? awaited : [`Application Gateway ${named}`];
  return whenOn<Reach>(enabled, { known: false, expression, dependsOn, origin, name }, 'none');
}

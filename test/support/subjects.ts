/**
 * Subjects built from facts, for tests of what lies between mappers and comparison. What a test does not name is as private
 * as it gets: a private cluster without egress, a Service inside the cluster.
 */
import { azure } from '../../src/posture/annotations.js';
import type { Fact, Known, Unknown } from '../../src/posture/fact.js';
import type {
  Annotation,
  ApplicationGatewayEntryPoint,
  EntryPoint,
  HostEntryPoint,
  PublishedEntryPoint,
  Reach,
  ServiceEntryPoint,
  ServiceFacts,
  Way,
} from '../../src/posture/entry-point.js';
import type { Cluster, ClusterApi, ClusterEgress, Identity, NodePool } from '../../src/posture/model.js';
import type { Surroundings } from '../../src/posture/network/model.js';
import type { Discovery, Rule } from '../../src/rules/rule.js';
import { judge } from '../../src/scoring/judge.js';
import type { Edit, Plain } from '../../src/syntax/edit.js';
import { SourceFile } from '../../src/syntax/source.js';
import type { Origin } from '../../src/syntax/value.js';

const file = new SourceFile('main.txt', 'subject\n');

function place(): Origin {
  return { span: { file, start: 0, end: 7 }, from: [] };
}

/** A fact that is set; its edit writes `name = value`, so that tests can see what a fix would set. */
export function known<T>(value: T, name = 'fact'): Known<T> {
  return { known: true, value, origin: place(), byDefault: false, name, set: (plain) => edit(name, plain) };
}

export function byDefault<T>(value: T, name = 'fact'): Known<T> {
  return { ...known(value, name), byDefault: true };
}

/** A fact that waits for a parameter. */
export function waiting<T>(parameter: string, candidates?: readonly T[]): Unknown<T> {
  return {
    known: false,
    expression: parameter,
    dependsOn: [parameter],
    origin: place(),
    name: 'fact',
    ...(candidates ? { candidates: candidates.map((value) => known(value)) } : {}),
  };
}

function edit(name: string, value: Plain): Edit {
  return { path: file.path, startLine: 1, endLine: 1, text: `${name} = ${JSON.stringify(value)}` };
}

export interface ClusterFacts {
  readonly api?: Partial<ClusterApi>;
  readonly egress?: EgressFacts;
  readonly openings?: Cluster['openings'];
  readonly meshRevisions?: Cluster['meshRevisions'];
  readonly network?: Partial<Surroundings>;
  readonly automatic?: boolean;
  readonly ignored?: Cluster['ignored'];
  readonly creation?: Cluster['creation'];
  readonly conditionalOn?: readonly string[];
}

/** What a test does not say of a pool: it names no subnets and opens no ports. */
export type EgressFacts = Partial<Omit<ClusterEgress, 'pools'>> & {
  readonly pools?: readonly (Pick<NodePool, 'name' | 'nodePublicIp'> & Partial<NodePool>)[];
};

/** A cluster whose root declares nothing around it. */
export const alone: Surroundings = {
  subnets: [],
  zone: { kind: 'none', origin: place() },
  zoneName: known(''),
  identities: [],
  registry: { kind: 'none', origin: place() },
  admitted: [],
  parts: [],
};

export function cluster(facts: ClusterFacts = {}): Cluster {
  return {
    ...identity('aks', facts.conditionalOn),
    kind: 'cluster',
    automatic: known(facts.automatic ?? false),
    api: {
      privateCluster: known(true, 'enablePrivateCluster'),
      publicFqdn: known(false, 'enablePrivateClusterPublicFQDN'),
      privateDnsZone: known('system'),
      authorizedRanges: ranges([]),
      vnetIntegration: known(false),
      publicNetworkAccess: known('', 'publicNetworkAccess'),
      runCommand: known(false, 'runCommand'),
      ...facts.api,
    },
    egress: {
      outboundType: known('none', 'outboundType'),
      httpProxy: known(''),
      artifactSource: known('cache', 'artifactSource'),
      registry: known(''),
      networkPolicy: known('cilium'),
      ...facts.egress,
      pools: (facts.egress?.pools ?? [{ name: 'system', nodePublicIp: known(false, 'enableNodePublicIP') }]).map(pool),
    },
    openings: facts.openings ?? [],
    meshRevisions: facts.meshRevisions ?? ranges([]),
    location: known('westeurope', 'location'),
    identity: { type: known('userassigned'), ids: ranges([]) },
    ignored: facts.ignored ?? [],
    creation: facts.creation ?? { answer: 'refused', settings: [] },
    network: { ...alone, ...facts.network },
  };
}

function pool(facts: NonNullable<EgressFacts['pools']>[number]): NodePool {
  return { hostPorts: known(false), subnet: known(''), podSubnet: known(''), ...facts };
}

export interface ServiceShape {
  readonly type?: string | Fact<string>;
  readonly loadBalancerClass?: string;
  /** By key without the common prefix when it is one of Azure's own names, else by full key. */
  readonly annotations?: Readonly<Record<string, string | Fact<string> | Annotation>>;
  readonly otherAnnotations?: Fact<string>;
  readonly sourceRanges?: readonly (string | Fact<string>)[] | Fact<readonly Fact<string>[]>;
  readonly externalIps?: readonly string[] | Fact<readonly Fact<string>[]>;
  readonly loadBalancerIp?: string;
  readonly elsewhere?: ServiceFacts['elsewhere'];
  readonly conditionalOn?: readonly string[];
}

export function service(shape: ServiceShape = {}): ServiceEntryPoint {
  const { type = 'ClusterIP', annotations = {}, sourceRanges = [], externalIps = [] } = shape;
  return {
    ...identity('shop/web', shape.conditionalOn),
    kind: 'entry-point',
    via: 'service',
    title: 'Service shop/web',
    service: {
      type: typeof type === 'string' ? known(type) : type,
      loadBalancerClass: known(shape.loadBalancerClass ?? ''),
      annotations: new Map(
        Object.entries(annotations).map(([name, value]) => {
          const key = (azure as Readonly<Record<string, string>>)[name] ?? name;
          return [key, annotation(key, value)];
        }),
      ),
      ...(shape.otherAnnotations ? { otherAnnotations: shape.otherAnnotations } : {}),
      sourceRanges: isFact(sourceRanges) ? sourceRanges : ranges(sourceRanges),
      externalIps: isFact(externalIps) ? externalIps : ranges(externalIps),
      loadBalancerIp: known(shape.loadBalancerIp ?? ''),
      ...(shape.elsewhere ? { elsewhere: shape.elsewhere } : {}),
      setAnnotation: (key, value) => edit(key, value),
    },
  };
}

/** A load balancer with these annotations. */
export function balanced(annotations: ServiceShape['annotations'] = {}, rest: ServiceShape = {}): ServiceEntryPoint {
  return service({ type: 'LoadBalancer', annotations, ...rest });
}

/** A way through a Service that is declared elsewhere. */
export function through(shape: ServiceShape): Way {
  return { kind: 'service', through: 'Service edge/lb', origin: place(), service: service(shape).service };
}

/** A way of which the reach is documented. */
export function knownTo(reach: Reach): Way {
  return { kind: 'known', through: 'the Application Gateway', origin: place(), reach: known(reach, 'reach') };
}

export const unseen: Way = {
  kind: 'unknown',
  what: 'what publishes the class nginx',
  origin: place(),
  dependsOn: ['its controller'],
};

/** An object that is published on these ways. */
export function published(
  first: Way,
  others: readonly Way[] = [],
  rest: Partial<Pick<PublishedEntryPoint, 'via' | 'misplaced' | 'title'>> = {},
): PublishedEntryPoint {
  return {
    ...identity('shop/web'),
    kind: 'entry-point',
    via: 'ingress',
    title: 'Ingress shop/web',
    ways: [first, ...others],
    ...rest,
  };
}

export function onHost(hostNetwork: boolean | Fact<boolean>, hostPorts: readonly string[] = []): HostEntryPoint {
  return {
    ...identity('shop/agent'),
    kind: 'entry-point',
    via: 'host',
    title: 'DaemonSet shop/agent',
    hostNetwork: typeof hostNetwork === 'boolean' ? known(hostNetwork, 'hostNetwork') : hostNetwork,
    hostPorts: hostPorts.map((port) => known(port, 'hostPort')),
  };
}

/** A load balancer that a controller makes for a Gateway. */
export function gateway(annotations: ServiceShape['annotations'] = {}, rest: ServiceShape = {}): ServiceEntryPoint {
  return { ...balanced(annotations, rest), via: 'gateway', title: 'Gateway shop/web' };
}

/** The internal annotation, where it has no effect. */
export function elsewhere(
  at: NonNullable<ServiceFacts['elsewhere']>['place'],
  value = 'true',
): ServiceFacts['elsewhere'] {
  return { annotation: annotation(azure.internal, value), place: at };
}

export function ranges(texts: readonly (string | Fact<string>)[]): Known<readonly Fact<string>[]> {
  return known(
    texts.map((text) => (typeof text === 'string' ? known(text) : text)),
    'authorizedIPRanges',
  );
}

/** An Application Gateway that listens on frontends which are public or not; undefined for one that a parameter decides. */
export function applicationGateway(frontends: readonly (boolean | undefined)[]): ApplicationGatewayEntryPoint {
  return {
    ...identity('agw'),
    kind: 'entry-point',
    via: 'application-gateway',
    title: 'Application Gateway agw',
    frontends: frontends.map((isPublic, index) => ({
      name: `frontend-${index}`,
      isPublic: isPublic === undefined ? waiting('param address') : known(isPublic),
      listening: known(true),
    })),
  };
}

/** What one rule finds in one subject. */
export function check(rule: Rule, subject: Cluster | EntryPoint): readonly Discovery[] {
  return rule.check(judge(subject));
}

/** What one rule finds in what becomes of a subject. */
export function changes(rule: Rule, before: Cluster | EntryPoint, after: Cluster | EntryPoint): readonly Discovery[] {
  return rule.compare?.(judge(before), judge(after)) ?? [];
}

/** The text that the fix of a discovery would write; undefined when it has none. */
export function fixOf(discovery: Discovery | undefined): string | undefined {
  return discovery?.fix?.edits[0]?.text;
}

function isFact<T>(value: readonly unknown[] | Fact<T>): value is Fact<T> {
  return !Array.isArray(value);
}

function annotation(key: string, value: string | Fact<string> | Annotation): Annotation {
  if (typeof value === 'string') return { key, value: known(value, key) };
  return 'key' in value ? value : { key, value };
}

function identity(name: string, conditionalOn: readonly string[] = []): Identity {
  const span = place().span;
  return {
    id: `main.txt#${name}`,
    name,
    format: 'bicep',
    root: { id: 'main.txt', format: 'bicep', path: 'main.txt', parameters: [] },
    span,
    heading: span,
    calls: [],
    conditionalOn,
    digest: () => name,
  };
}

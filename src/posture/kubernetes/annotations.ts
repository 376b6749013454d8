/** Annotations and labels of Kubernetes objects. */
import type { Format } from '../../evaluation/resource.js';
import type { Entry, Value } from '../../syntax/value.js';
import type { Fact } from '../fact.js';
import type { Annotation, ServiceFacts } from '../entry-point.js';
import { known, open } from '../reading/convert.js';
import type { Dialect } from '../reading/dialect.js';
import { textOf } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { valueAt } from '../reading/scope.js';

export type Annotations = Pick<ServiceFacts, 'annotations' | 'otherAnnotations'>;

/** What a mapping of annotations says, at a path of an object. */
export function annotationsAt(scope: Scope, path: readonly string[] = ['metadata', 'annotations']): Annotations {
  return annotationsIn(valueAt(scope, path), scope.dialect, scope.resource.format);
}

export function annotationsIn(value: Value | undefined, dialect: Dialect, format: Format): Annotations {
  switch (value?.kind) {
    case 'map': {
      const entries = [...value.entries.values()];
      const annotations = new Map(entries.map((each) => [each.key, annotationOf(each, dialect, format)]));
      return value.rest ? { annotations, otherAnnotations: open(value.rest, 'annotations') } : { annotations };
    }
    case 'undetermined':
      return { annotations: new Map(), otherAnnotations: open(value, 'annotations') };
    case 'list':
    case 'scalar':
    case undefined:
      return { annotations: new Map() };
  }
}

/**
 * Kustomize turns a scalar into a text when it writes the annotation out, and the typed resources of Terraform convert it; the
 * Kubernetes API refuses any other type.
 */
function annotationOf({ key, value }: Entry, dialect: Dialect, format: Format): Annotation {
  const refused = format === 'kustomize' || dialect.textOfScalars ? undefined : refusedAs(value);
  return { key, value: written(value, key, dialect), ...(refused ? { refused } : {}) };
}

/** Null is not refused: it is the empty text. */
function refusedAs(value: Value): Annotation['refused'] {
  switch (value.kind) {
    case 'list':
    case 'map':
      return value.kind;
    case 'scalar':
      if (typeof value.value === 'boolean') return 'boolean';
      return typeof value.value === 'number' ? 'number' : undefined;
    case 'undetermined':
      return undefined;
  }
}

function written(value: Value, key: string, dialect: Dialect): Fact<string> {
  if (value.kind === 'scalar' && (typeof value.value === 'boolean' || typeof value.value === 'number')) {
    return known(String(value.value), value.origin, key, false);
  }
  return textOf(value, key, dialect);
}

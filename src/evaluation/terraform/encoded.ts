/** Arguments that carry a document as text: where `jsonencode` or `yamlencode` made it, the document itself is kept. */
import { objectInText } from './written-documents.js';
import { list, mapping, type Mapping, type Value } from '../../syntax/value.js';

/** Which arguments of a resource type hold documents. */
function documents(type: string): readonly string[] {
  switch (type) {
    case 'azapi_resource':
    case 'azapi_update_resource':
    case 'azapi_data_plane_resource':
      return ['body'];
    case 'azurerm_resource_group_template_deployment':
    case 'azurerm_subscription_template_deployment':
      return ['template_content', 'parameters_content'];
    case 'azurerm_policy_definition':
      return ['policy_rule', 'parameters', 'metadata'];
    case 'helm_release':
      return ['values'];
    default:
      return [];
  }
}

/** A body in which the documents are mappings. */
export function decoded(type: string, body: Mapping): Mapping {
  const names = documents(type);
  if (!names.some((name) => body.entries.has(name))) return body;
  const entries = [...body.entries.values()].map((entry) =>
    names.includes(entry.key) ? { ...entry, value: documentOf(entry.value) } : entry,
  );
  return mapping(entries, body.origin, body.rest);
}

function documentOf(value: Value): Value {
  if (value.kind === 'list')
    return list(
      value.items.map((item) => documentOf(item)),
      value.origin,
      value.rest,
    );
  const document = documentIn(value) ?? written(value);
  if (!document) return value;
  const { span } = document.origin;
  const here = value.origin.span;
  // A document that is written in the argument itself stands where it is written.
  if (span.file === here.file && span.start >= here.start && span.end <= here.end) return document;
  return { ...document, origin: { ...value.origin, from: [document.origin] } };
}

/** What a text writes itself, when it is an object in JSON. */
function written(value: Value): Value | undefined {
  return value.kind === 'scalar' && typeof value.value === 'string'
    ? objectInText(value.value, value.origin)
    : undefined;
}

/** A text that knows what it encodes; the knowledge travels with the value wherever that is referred to. */
interface Encoded {
  readonly encodes?: Value;
}

export function withDocument(text: Value, encodes: Value): Value & Encoded {
  return { ...text, encodes };
}

/** What an encoding function was given to make this value. */
export function documentIn(value: Value & Encoded): Value | undefined {
  return value.encodes;
}

/** How a format spells keys and converts scalars, where that differs between the formats that facts are read from. */

export interface Dialect {
  /** Whether keys are compared without regard to case. */
  readonly ignoreCase: boolean;
  /** The boolean that a text is converted to; undefined where the format refuses a text. */
  readonly booleanOf: (text: string) => boolean | undefined;
  /** Whether numbers and booleans are converted where a text is wanted. */
  readonly textOfScalars: boolean;
}

const refused = (): undefined => undefined;

/**
 * Azure Resource Manager reads property names in any case. The AKS resource provider decodes a request with Go's strict
 * JSON types, so a text is not converted to a boolean: "cannot unmarshal … into Go struct field Properties.properties"
 * (Azure/azure-cli#13050).
 */
export const resourceManager: Dialect = { ignoreCase: true, booleanOf: refused, textOfScalars: false };

/** Terraform converts four exact texts to booleans (zclconf/go-cty, convert/conversion_primitive.go), and any scalar to a text. */
export const terraform: Dialect = {
  ignoreCase: false,
  booleanOf: (text) => (text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined),
  textOfScalars: true,
};

/** Kubernetes compares keys exactly and refuses a scalar of another type. */
export const kubernetes: Dialect = { ignoreCase: false, booleanOf: refused, textOfScalars: false };

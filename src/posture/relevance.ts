/** Azure's resource providers that a subject, or a join around one, can be read from. */
const providers =
  /^microsoft\.(containerservice|network|containerregistry|authorization|managedidentity|redhatopenshift)\//i;

/** Whether resources of a type can matter: all but those of Azure's other resource providers. */
export function isRelevant(type: string): boolean {
  return !/^microsoft\./i.test(type) || providers.test(type);
}

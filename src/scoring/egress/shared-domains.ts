/**
 * Domains in which anyone can have a name, and service tags behind which anyone can have a resource: a rule that admits all of
 * one lets data go to whoever rents there. AKS itself needs none of them as a whole
 * (https://learn.microsoft.com/azure/aks/outbound-rules-control-egress).
 */
const domains: readonly string[] = [
  'azmk8s.io',
  'azure-api.net',
  'azurecontainer.io',
  'azurecontainerapps.io',
  'azurecr.io',
  'azuredatabricks.net',
  'azureedge.net',
  'azurefd.net',
  'azurestaticapps.net',
  'azurewebsites.net',
  'blob.core.windows.net',
  'cloudapp.azure.com',
  'cloudapp.net',
  'database.windows.net',
  'dfs.core.windows.net',
  'documents.azure.com',
  'file.core.windows.net',
  'queue.core.windows.net',
  'servicebus.windows.net',
  'table.core.windows.net',
  'trafficmanager.net',
  'vault.azure.net',
  'web.core.windows.net',
  'amazonaws.com',
  'appspot.com',
  'cloudfront.net',
  'digitaloceanspaces.com',
  'fastly.net',
  'firebaseapp.com',
  'firebaseio.com',
  'github.io',
  'githubusercontent.com',
  'gitlab.io',
  'googleapis.com',
  'herokuapp.com',
  'netlify.app',
  'ngrok-free.app',
  'ngrok.io',
  'onrender.com',
  'pages.dev',
  'r2.dev',
  'run.app',
  'vercel.app',
  'web.app',
  'workers.dev',
];

const tags: readonly string[] = [
  'AppService',
  'AzureContainerRegistry',
  'AzureCosmosDB',
  'AzureDatabricks',
  'AzureFrontDoor.Frontend',
  'AzureKeyVault',
  'AzureTrafficManager',
  'EventHub',
  'ServiceBus',
  'Sql',
  'Storage',
];

/** How an FQDN with a wildcard is: for everything, for a domain that strangers share, or for one owner's names. */
export function wildcardOf(fqdn: string): 'everything' | 'shared' | 'finite' {
  const name = fqdn
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/:].*$/, '');
  if (!name.startsWith('*')) return 'finite';
  const domain = name.replace(/^\*+\.?/, '');
  // What is left of `*`, `*.*` or `*.com` is no domain that anyone owns.
  if (domain === '' || domain.includes('*') || !domain.includes('.')) return 'everything';
  const isShared = domains.some((shared) => shared === domain || shared.endsWith(`.${domain}`));
  return isShared || regional.test(domain) ? 'shared' : 'finite';
}

/** The regions of a domain that strangers share. */
const regional = /^[a-z0-9]+\.(cloudapp\.azure\.com|azurecontainerapps\.io|azurecontainer\.io)$/;

/** Whether anyone can have a resource behind a service tag; tags have regional forms (`Storage.WestEurope`). */
export function isSharedTag(text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return tags.map((tag) => tag.toLowerCase()).some((tag) => wanted === tag || wanted.startsWith(`${tag}.`));
}

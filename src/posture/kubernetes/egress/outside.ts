/** What is on the Internet, told by an address or by a well-known name. */
import { isIP } from 'node:net';
import { containsCidr } from 'cidr-tools';

/** RFC 1122, RFC 1918, RFC 3927, RFC 6598, RFC 4193, RFC 4291. */
const notRouted = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::/127',
  'fc00::/7',
  'fe80::/10',
];

/** What every virtual network resolves with, although the address looks public. */
const azureResolver = '168.63.129.16';

export function isPublicAddress(text: string): boolean {
  return isIP(text) > 0 && text !== azureResolver && !containsCidr(notRouted, text);
}

/** Registries, chart repositories and code hosts that only the Internet leads to. */
const publicHosts: readonly RegExp[] = [
  /^(docker\.io|index\.docker\.io|registry-1\.docker\.io|ghcr\.io|quay\.io|public\.ecr\.aws|lscr\.io|nvcr\.io)$/,
  /^(registry\.k8s\.io|k8s\.gcr\.io|gcr\.io|[a-z]+\.gcr\.io|[\w-]+\.pkg\.dev|registry\.gitlab\.com|registry\.access\.redhat\.com)$/,
  /^(mcr\.microsoft\.com|docker\.elastic\.co|docker\.n8n\.io|cr\.l5d\.io|xpkg\.upbound\.io|registry\.opensource\.zalan\.do)$/,
  /^(github\.com|gitlab\.com|bitbucket\.org|raw\.githubusercontent\.com|[\w-]+\.github\.io|ssh\.dev\.azure\.com|dev\.azure\.com)$/,
  /^(charts\.(bitnami\.com|jetstack\.io|fluxcd\.io|external-secrets\.io|helm\.sh)|helm\.(releases\.hashicorp\.com|traefik\.io|elastic\.co))$/,
];

export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase();
  return publicHosts.some((pattern) => pattern.test(name)) || isPublicAddress(name);
}

/** The registry of an image by the rule of container runtimes: a first part with a dot, a colon, or `localhost`. */
export function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : 'docker.io';
}

/** The host of a URL, also of `git@github.com:owner/name`; undefined for anything else. */
export function hostOf(url: string): string | undefined {
  return (
    /^[a-z][a-z+.-]*:\/\/(?:[^@/\s]*@)?([\w.-]+)/i.exec(url)?.[1] ?? /^[\w.-]+@([\w.-]+):/.exec(url)?.[1]
  )?.toLowerCase();
}

/** Arguments and blocks that speak to Terraform itself, not to the provider. */
export function isMeta(name: string): boolean {
  switch (name) {
    case 'count':
    case 'for_each':
    case 'provider':
    case 'providers':
    case 'depends_on':
    case 'lifecycle':
    case 'provisioner':
    case 'connection':
      return true;
    default:
      return false;
  }
}

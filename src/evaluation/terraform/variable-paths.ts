/** Which var files there are, and how Terraform treats their names. */
import { baseName } from './paths.js';

export function isVariableFile(path: string): boolean {
  return path.endsWith('.tfvars') || path.endsWith('.tfvars.json');
}

/** Applied without being asked for, in the folder that Terraform runs in. */
export function isAutomatic(path: string): boolean {
  return /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/.test(baseName(path));
}

/** In the order in which Terraform applies them: `terraform.tfvars` first, then the others by name. */
export function inOrder(paths: readonly string[]): string[] {
  const rank = (path: string): string => {
    const name = baseName(path);
    const first = name === 'terraform.tfvars' ? '0' : name === 'terraform.tfvars.json' ? '1' : '2';
    return `${first}${name}`;
  };
  return [...paths].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

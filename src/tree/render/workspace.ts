/** A folder for one run of a tool: its inputs, and a home in which nothing is. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Workspace {
  /** Absolute; what the tool is run in. */
  readonly folder: string;
  /** The only variables that the tool sees. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders whose names must not be told. */
  readonly hidden: readonly string[];
  remove(): Promise<void>;
}

/** Nobody listens on the port "discard": a tool that goes to the network all the same gets nowhere. */
const nowhere = 'http://127.0.0.1:9';

/** @throws Error when an input would be written outside, or the disk refuses */
export async function openWorkspace(inputs: ReadonlyMap<string, string>): Promise<Workspace> {
  const made = await mkdtemp(join(tmpdir(), 'aks-privacy-'));
  const remove = (): Promise<void> => rm(made, { recursive: true, force: true, maxRetries: 2 });
  try {
    const top = await realpath(made);
    const folder = join(top, 'in');
    const home = join(top, 'home');
    await Promise.all([folder, home, join(home, 'empty')].map((each) => mkdir(each, { recursive: true })));
    for (const [path, text] of inputs) {
      if (!staysInside(path)) throw new Error(`the path ${path} leads outside`);
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return { folder, env: environment(home), hidden: [folder, top, made], remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function staysInside(path: string): boolean {
  return !/^[/\\]|^[A-Za-z]:|\\|\0/.test(path) && path.split('/').every((part) => !['', '.', '..'].includes(part));
}

/** No plugins, no repositories, no cluster, no credentials, no program to call. */
function environment(home: string): Readonly<Record<string, string>> {
  const at = (name: string): string => join(home, name);
  return {
    PATH: at('empty'),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: home,
    TEMP: home,
    TMP: home,
    XDG_CONFIG_HOME: at('config'),
    XDG_CACHE_HOME: at('cache'),
    XDG_DATA_HOME: at('data'),
    HELM_CONFIG_HOME: at('config'),
    HELM_CACHE_HOME: at('cache'),
    HELM_DATA_HOME: at('data'),
    HELM_PLUGINS: at('empty'),
    HELM_NO_PLUGINS: '1',
    KUBECONFIG: at('none'),
    KUSTOMIZE_PLUGIN_HOME: at('empty'),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    ALL_PROXY: nowhere,
    NO_PROXY: '',
    // A template that makes too much is to fail, not the machine.
    GOMEMLIMIT: '512MiB',
  };
}

const PROXY_VARIABLE = /^(?:(?:https?|all|ftp|ws|wss|no)_proxy|node_use_env_proxy)$/i;

/**
 * Removes what makes HTTP clients send their requests elsewhere: through a proxy, the address that was checked and the one that is
 * reached would no longer be the same. The fetcher itself does not look at these; nothing else in its process is to, either.
 */
export function clearProxies(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) if (PROXY_VARIABLE.test(name)) delete environment[name];
}

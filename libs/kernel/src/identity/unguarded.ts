import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ruleOf } from './door.js';

/** Root fields that say nothing of who may come in: `Class.method` of each. */
export function unguarded(discovery: DiscoveryService, scanner = new MetadataScanner()): string[] {
  return doors(discovery, scanner).filter(({ handler }) => !ruleOf(handler)).map(({ name }) => name);
}

/** Every handler of a query or mutation. */
function doors(discovery: DiscoveryService, scanner: MetadataScanner): { name: string; handler: object }[] {
  return discovery.getProviders().flatMap(({ instance }: { instance?: object }) => {
    if (!instance || typeof instance !== 'object') return [];
    const prototype = Object.getPrototypeOf(instance) as { [method: string]: object } | null;
    if (!prototype) return [];
    return scanner
      .getAllMethodNames(prototype)
      .filter((method) => ['Query', 'Mutation', 'Subscription'].includes(Reflect.getMetadata('graphql:resolver_type', prototype[method]) as string))
      .map((method) => ({ name: `${prototype.constructor.name}.${method}`, handler: prototype[method] }));
  });
}

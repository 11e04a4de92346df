import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/** Takes the network from this process: what parses a foreign file has no business there. */
export function closeNetwork(): void {
  const refuse = () => {
    throw new Error('this process has no network');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.send = refuse;
  dgram.Socket.prototype.bind = refuse;
  for (const resolver of [dns, dns.promises]) {
    for (const name of Object.keys(resolver)) {
      if (/^(?:lookup|resolve|reverse)/.test(name)) Reflect.set(resolver, name, refuse);
    }
  }
}

import { serviceRule } from '../define.js';

export const privateAddressInPublicZone = serviceRule(
  {
    id: 'ingress/private-address-in-public-zone',
    dimension: 'ingress',
    severity: 'notice',
    title: 'The private address of the Service is published in a public DNS zone',
    rationale:
      'Everybody can ask a public zone. The address can still be reached from the virtual network only, but the name and the address tell outsiders what runs inside.',
    remedy:
      'Write the name into a private zone: a second ExternalDNS with the provider azure-private-dns, and a filter that tells the two apart.',
  },
  ({ subject, ingress }) => {
    const publicName = subject.via === 'service' ? subject.publicName : undefined;
    if (!publicName || ingress?.cause !== 'internal') return [];
    return [
      {
        message: `${subject.title} is internal, but ${publicName.by} writes its private address into a public DNS zone, under ${publicName.name}.`,
        origin: publicName.origin,
      },
    ];
  },
);

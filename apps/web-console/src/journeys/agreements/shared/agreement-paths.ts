interface Version {
  readonly agreementId: string;
  readonly version: number;
}

export const MANAGE = '/agreements/manage';

/** The page of one version. */
export const versionPath = ({ agreementId, version }: Version): string =>
  `${MANAGE}/${agreementId}/versions/${version}`;

export const comparePath = ({ agreementId }: Version, from: number, to: number): string =>
  `${MANAGE}/${agreementId}/compare/${from}/${to}`;

export const stopPath = ({ agreementId }: Version): string => `${MANAGE}/${agreementId}/stop`;

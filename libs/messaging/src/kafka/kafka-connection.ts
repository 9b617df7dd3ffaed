/** As whom a process comes to Kafka, and how it knows the broker. */
export interface KafkaAccess {
  readonly username: string;
  readonly password: string;
}

/** Where Kafka is, and how to come to it. */
export interface KafkaConnection {
  readonly brokers: readonly string[];
  /** The service's own Kafka user, by SCRAM-SHA-512. Nothing, for a broker that asks nobody for a name: one machine and tests. */
  readonly access?: KafkaAccess | undefined;
  /** TLS to the broker, with the certificates (PEM) of who vouches for it; the system's own where there are none. */
  readonly tls?: { readonly ca?: string } | undefined;
}

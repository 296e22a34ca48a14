/**
 * Subjects that planning talk keeps coming back to, each with the beginnings of words that point at it.
 * A topic is a general notice; the question templates bring finer words of their own.
 */
export const TOPICS = {
  "database-change": "schema migration migrate migrating table column index alter ddl database db sql",
  "existing-data":
    "backfill existing historical legacy archive convert conversion cleanup dedupe purge import",
  integration:
    "integration integrate integrating api webhook endpoint connector adapter sync interface contract",
  vendor: "vendor supplier third-party sdk provider stripe twilio salesforce partner saas license sandbox",
  "other-team": "team platform infra ops dba legal finance security design data qa support marketing",
  mobile: "mobile ios android app tablet testflight",
  security:
    "security auth authentication authorization sso saml oauth oidc token encryption pentest gdpr privacy pii permission permissions audit compliance",
  scale:
    "scale scaling load throughput latency traffic performance cache caching shard sharding concurrency volume",
  rollout: "rollout flag toggle canary staged release deploy launch rollback revert cutover",
  testing: "test tests testing e2e qa regression coverage uat staging",
  observability: "logging logs metrics monitoring alerts alerting dashboard tracing",
  frontend: "ui ux screen page design form button frontend layout accessibility a11y",
  infrastructure: "cluster kubernetes k8s server servers cloud network terraform pipeline queue kafka",
  docs: "docs documentation handbook runbook training handover manual",
  unknowns: "spike research investigate unknown unclear poc prototype explore legacy",
} as const;

/** Firms and products that plans wait for, as they write themselves. Names that are words as well ("segment") are left out. */
const NAMES =
  `Stripe Adyen PayPal Klarna Braintree Worldpay Mollie Twilio SendGrid Mailgun Mailchimp Salesforce HubSpot Zendesk
  Okta Auth0 Entra Shopify Plaid Mapbox OpenAI Anthropic Mistral DocuSign NetSuite Workday SAP Oracle Microsoft Google Apple Amazon Meta
  Facebook LinkedIn WhatsApp AWS GCP Azure Cloudflare Vercel Netlify Contentful Magento Wix Avalara Snowflake Databricks BigQuery
  Redshift Clearbit Algolia Datadog PagerDuty LaunchDarkly Marketo Zuora Chargebee Recurly QuickBooks Xero DATEV TaxJar
  Fivetran Airtable Firebase Supabase Heroku BrowserStack Sumsub Onfido Wise Revolut
  Redis Kafka RabbitMQ Elasticsearch OpenSearch Postgres PostgreSQL MySQL MongoDB Cassandra DynamoDB Memcached Keycloak Consul`
    .split(/\s+/)
    .filter((name) => name !== "");

const SEVERAL_WORDS = ["Google Workspace", "Google Maps", "Azure AD", "App Store", "Play Store"];

const BY_LETTERS: ReadonlyMap<string, string> = new Map(
  [...NAMES, ...SEVERAL_WORDS].map((name) => [name.toLowerCase(), name]),
);

/** The name as its firm writes it; undefined for words that are no known name. */
export const properName = (words: string): string | undefined => BY_LETTERS.get(words.toLowerCase());

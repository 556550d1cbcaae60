/** Tools and techniques people also write in lower case; as a person's claim each must stand in the resume. */
export const technologies: ReadonlySet<string> = new Set(
  `ansible angular aws azure bash bigquery cassandra circleci cobol c++ c# clickhouse confluence css cypress databricks datadog django docker dynamodb elasticsearch elixir erlang fastapi figma firebase flask flutter fortran gcp
git github gitlab golang grafana graphql grpc hadoop haskell helm heroku hibernate html hubspot java javascript jenkins jira jquery kafka keras kotlin kubernetes k8s laravel linux looker magento mariadb matlab
mongodb mysql neo4j nestjs netsuite next.js nginx node.js nodejs nosql numpy oauth objective-c openshift openstack oracle pandas perl php photoshop playwright plc postgres postgresql powerpoint powershell prometheus puppet python
pytorch quickbooks rabbitmq rails redis redux ruby rxjs salesforce sap sass scala scikit-learn scrum selenium snowflake solidity splunk spss sqlite sql stata svelte tableau tensorflow terraform typescript unix vmware vue webpack
websocket wordpress xero zendesk kanban autocad revit solidworks datev knx scada cad cnc haccp systmone emis indesign lightroom premiere hplc nmr pcr labview sage erp crm phonics makaton pecs`
    .trim()
    .split(/\s+/),
);

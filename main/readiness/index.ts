export { testConnection, type ConnectionTestOptions } from './connection-test';

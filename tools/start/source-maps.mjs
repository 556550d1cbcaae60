// Loaded before a service: its errors name lines of the sources. Its own only; maps of all its dependencies are 40 MB in three processes.
import { setSourceMapsSupport } from 'node:module';

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });

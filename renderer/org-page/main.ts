import '../styles/tokens.css';
import '../styles/base.css';
import './org-page.css';
import { runOrgPage } from './run';

const page = document.getElementById('page');
if (page) void runOrgPage(page);

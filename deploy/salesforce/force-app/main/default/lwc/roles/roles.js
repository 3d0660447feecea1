import analyst from '@salesforce/customPermission/Throughline_Analyst';
import finance from '@salesforce/customPermission/Throughline_Finance';
import integration from '@salesforce/customPermission/Throughline_Integration';
import operations from '@salesforce/customPermission/Throughline_Operations';
import partner from '@salesforce/customPermission/Throughline_Partner';
import sales from '@salesforce/customPermission/Throughline_Sales';

/**
 * The reader's roles, so that nobody is offered a button that the platform would refuse. What counts is the platform's
 * own check.
 */
const HELD = { analyst, finance, integration, operations, partner, sales };

export const mayAny = (roles) => roles.some((role) => HELD[role]);

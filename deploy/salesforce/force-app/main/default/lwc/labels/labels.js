// Generated from labels.json: npm run generate.
import Try_Again from '@salesforce/label/c.Throughline_Try_Again';
import Refresh from '@salesforce/label/c.Throughline_Refresh';
import Loading from '@salesforce/label/c.Throughline_Loading';
import Went_Wrong from '@salesforce/label/c.Throughline_Went_Wrong';
import Not_For_You from '@salesforce/label/c.Throughline_Not_For_You';
import None from '@salesforce/label/c.Throughline_None';
import Yes from '@salesforce/label/c.Throughline_Yes';
import No from '@salesforce/label/c.Throughline_No';
import All from '@salesforce/label/c.Throughline_All';
import Apply from '@salesforce/label/c.Throughline_Apply';
import Not_Now from '@salesforce/label/c.Throughline_Not_Now';
import More from '@salesforce/label/c.Throughline_More';
import Of_Total from '@salesforce/label/c.Throughline_Of_Total';
import Order from '@salesforce/label/c.Throughline_Order';
import Orders from '@salesforce/label/c.Throughline_Orders';
import Customer from '@salesforce/label/c.Throughline_Customer';
import State from '@salesforce/label/c.Throughline_State';
import Value from '@salesforce/label/c.Throughline_Value';
import Ordered_On from '@salesforce/label/c.Throughline_Ordered_On';
import Ordered_From from '@salesforce/label/c.Throughline_Ordered_From';
import Ordered_To from '@salesforce/label/c.Throughline_Ordered_To';
import Changed from '@salesforce/label/c.Throughline_Changed';
import Waits_For from '@salesforce/label/c.Throughline_Waits_For';
import Only_Parked from '@salesforce/label/c.Throughline_Only_Parked';
import Customer_Number from '@salesforce/label/c.Throughline_Customer_Number';
import No_Orders from '@salesforce/label/c.Throughline_No_Orders';
import Sort_By from '@salesforce/label/c.Throughline_Sort_By';
import Latest_Change from '@salesforce/label/c.Throughline_Latest_Change';
import Newest_First from '@salesforce/label/c.Throughline_Newest_First';
import Oldest_First from '@salesforce/label/c.Throughline_Oldest_First';
import Highest_Value from '@salesforce/label/c.Throughline_Highest_Value';
import Timeline from '@salesforce/label/c.Throughline_Timeline';
import Milestone from '@salesforce/label/c.Throughline_Milestone';
import Reached from '@salesforce/label/c.Throughline_Reached';
import Promised from '@salesforce/label/c.Throughline_Promised';
import Asked_For from '@salesforce/label/c.Throughline_Asked_For';
import On_Time from '@salesforce/label/c.Throughline_On_Time';
import Late_By from '@salesforce/label/c.Throughline_Late_By';
import Not_Yet from '@salesforce/label/c.Throughline_Not_Yet';
import Order_Unknown from '@salesforce/label/c.Throughline_Order_Unknown';
import Overview from '@salesforce/label/c.Throughline_Overview';
import Ordered from '@salesforce/label/c.Throughline_Ordered';
import Invoiced from '@salesforce/label/c.Throughline_Invoiced';
import Paid from '@salesforce/label/c.Throughline_Paid';
import Cancelled from '@salesforce/label/c.Throughline_Cancelled';
import Tax from '@salesforce/label/c.Throughline_Tax';
import Lines from '@salesforce/label/c.Throughline_Lines';
import Line from '@salesforce/label/c.Throughline_Line';
import Product from '@salesforce/label/c.Throughline_Product';
import Quantity from '@salesforce/label/c.Throughline_Quantity';
import Unit_Price from '@salesforce/label/c.Throughline_Unit_Price';
import Net from '@salesforce/label/c.Throughline_Net';
import Allocated from '@salesforce/label/c.Throughline_Allocated';
import Back_Ordered from '@salesforce/label/c.Throughline_Back_Ordered';
import Shipped from '@salesforce/label/c.Throughline_Shipped';
import Shipments from '@salesforce/label/c.Throughline_Shipments';
import Shipment from '@salesforce/label/c.Throughline_Shipment';
import Warehouse from '@salesforce/label/c.Throughline_Warehouse';
import Carrier from '@salesforce/label/c.Throughline_Carrier';
import Tracking from '@salesforce/label/c.Throughline_Tracking';
import No_Shipments from '@salesforce/label/c.Throughline_No_Shipments';
import Invoices from '@salesforce/label/c.Throughline_Invoices';
import Invoice from '@salesforce/label/c.Throughline_Invoice';
import Issued from '@salesforce/label/c.Throughline_Issued';
import Paid_On from '@salesforce/label/c.Throughline_Paid_On';
import Due from '@salesforce/label/c.Throughline_Due';
import Still_Due from '@salesforce/label/c.Throughline_Still_Due';
import Number from '@salesforce/label/c.Throughline_Number';
import Kind from '@salesforce/label/c.Throughline_Kind';
import Period from '@salesforce/label/c.Throughline_Period';
import Amount from '@salesforce/label/c.Throughline_Amount';
import Offset from '@salesforce/label/c.Throughline_Offset';
import Paid_Back from '@salesforce/label/c.Throughline_Paid_Back';
import Return from '@salesforce/label/c.Throughline_Return';
import Credit_Memo from '@salesforce/label/c.Throughline_Credit_Memo';
import Deposit_Is from '@salesforce/label/c.Throughline_Deposit_Is';
import Deposit_Waived from '@salesforce/label/c.Throughline_Deposit_Waived';
import No_Subscriptions from '@salesforce/label/c.Throughline_No_Subscriptions';
import Price_Each from '@salesforce/label/c.Throughline_Price_Each';
import Begins_On from '@salesforce/label/c.Throughline_Begins_On';
import Begins_With_Order from '@salesforce/label/c.Throughline_Begins_With_Order';
import Term_Renews from '@salesforce/label/c.Throughline_Term_Renews';
import Term_Ends from '@salesforce/label/c.Throughline_Term_Ends';
import Never_Began from '@salesforce/label/c.Throughline_Never_Began';
import Ran from '@salesforce/label/c.Throughline_Ran';
import Runs from '@salesforce/label/c.Throughline_Runs';
import Runs_On from '@salesforce/label/c.Throughline_Runs_On';
import Next_Invoice from '@salesforce/label/c.Throughline_Next_Invoice';
import No_Next_Invoice from '@salesforce/label/c.Throughline_No_Next_Invoice';
import Next_Term_First from '@salesforce/label/c.Throughline_Next_Term_First';
import Latest_Bills from '@salesforce/label/c.Throughline_Latest_Bills';
import Every_MONTH from '@salesforce/label/c.Throughline_Every_MONTH';
import Every_QUARTER from '@salesforce/label/c.Throughline_Every_QUARTER';
import Every_YEAR from '@salesforce/label/c.Throughline_Every_YEAR';
import Subscription_SCHEDULED from '@salesforce/label/c.Throughline_Subscription_SCHEDULED';
import Subscription_RUNNING from '@salesforce/label/c.Throughline_Subscription_RUNNING';
import Subscription_ENDING from '@salesforce/label/c.Throughline_Subscription_ENDING';
import Subscription_ENDED from '@salesforce/label/c.Throughline_Subscription_ENDED';
import Bill_PERIOD from '@salesforce/label/c.Throughline_Bill_PERIOD';
import Bill_CHARGE from '@salesforce/label/c.Throughline_Bill_CHARGE';
import Bill_CREDIT from '@salesforce/label/c.Throughline_Bill_CREDIT';
import Return_REQUESTED from '@salesforce/label/c.Throughline_Return_REQUESTED';
import Return_AUTHORIZED from '@salesforce/label/c.Throughline_Return_AUTHORIZED';
import Return_ANNOUNCED from '@salesforce/label/c.Throughline_Return_ANNOUNCED';
import Return_RECEIVED from '@salesforce/label/c.Throughline_Return_RECEIVED';
import Return_INSPECTED from '@salesforce/label/c.Throughline_Return_INSPECTED';
import Return_CREDITED from '@salesforce/label/c.Throughline_Return_CREDITED';
import Return_REFUNDED from '@salesforce/label/c.Throughline_Return_REFUNDED';
import Return_REFUSED from '@salesforce/label/c.Throughline_Return_REFUSED';
import Return_WITHDRAWN from '@salesforce/label/c.Throughline_Return_WITHDRAWN';
import Due_At from '@salesforce/label/c.Throughline_Due_At';
import No_Invoices from '@salesforce/label/c.Throughline_No_Invoices';
import Why_Stuck from '@salesforce/label/c.Throughline_Why_Stuck';
import Whose_Move from '@salesforce/label/c.Throughline_Whose_Move';
import Since from '@salesforce/label/c.Throughline_Since';
import Should_Be_Mended_By from '@salesforce/label/c.Throughline_Should_Be_Mended_By';
import What_They_Said from '@salesforce/label/c.Throughline_What_They_Said';
import What_Mends_It from '@salesforce/label/c.Throughline_What_Mends_It';
import Who_Can from '@salesforce/label/c.Throughline_Who_Can';
import Really from '@salesforce/label/c.Throughline_Really';
import Remedy_Sent from '@salesforce/label/c.Throughline_Remedy_Sent';
import Held_Up from '@salesforce/label/c.Throughline_Held_Up';
import Exceptions from '@salesforce/label/c.Throughline_Exceptions';
import Exception from '@salesforce/label/c.Throughline_Exception';
import Queue from '@salesforce/label/c.Throughline_Queue';
import Cause from '@salesforce/label/c.Throughline_Cause';
import Overdue from '@salesforce/label/c.Throughline_Overdue';
import Only_Overdue from '@salesforce/label/c.Throughline_Only_Overdue';
import No_Exceptions from '@salesforce/label/c.Throughline_No_Exceptions';
import Mend_Selected from '@salesforce/label/c.Throughline_Mend_Selected';
import No_Common_Remedy from '@salesforce/label/c.Throughline_No_Common_Remedy';
import Bulk_Progress from '@salesforce/label/c.Throughline_Bulk_Progress';
import Customer_Panel from '@salesforce/label/c.Throughline_Customer_Panel';
import Customer_Unknown from '@salesforce/label/c.Throughline_Customer_Unknown';
import Contact from '@salesforce/label/c.Throughline_Contact';
import Email from '@salesforce/label/c.Throughline_Email';
import Phone from '@salesforce/label/c.Throughline_Phone';
import Bill_To from '@salesforce/label/c.Throughline_Bill_To';
import Erp_Number from '@salesforce/label/c.Throughline_Erp_Number';
import Open_Orders from '@salesforce/label/c.Throughline_Open_Orders';
import Completed_Orders from '@salesforce/label/c.Throughline_Completed_Orders';
import Cancelled_Orders from '@salesforce/label/c.Throughline_Cancelled_Orders';
import Last_Shipments from '@salesforce/label/c.Throughline_Last_Shipments';
import Time_Travel from '@salesforce/label/c.Throughline_Time_Travel';
import Now from '@salesforce/label/c.Throughline_Now';
import Back_To_Now from '@salesforce/label/c.Throughline_Back_To_Now';
import As_It_Was from '@salesforce/label/c.Throughline_As_It_Was';
import New_Order from '@salesforce/label/c.Throughline_New_Order';
import Order_Number from '@salesforce/label/c.Throughline_Order_Number';
import Submit_Order from '@salesforce/label/c.Throughline_Submit_Order';
import Order_Submitted from '@salesforce/label/c.Throughline_Order_Submitted';
import Tax_Region from '@salesforce/label/c.Throughline_Tax_Region';
import Currency from '@salesforce/label/c.Throughline_Currency';
import Recipient from '@salesforce/label/c.Throughline_Recipient';
import Street from '@salesforce/label/c.Throughline_Street';
import City from '@salesforce/label/c.Throughline_City';
import Region from '@salesforce/label/c.Throughline_Region';
import Postal_Code from '@salesforce/label/c.Throughline_Postal_Code';
import Country from '@salesforce/label/c.Throughline_Country';
import Requested_On from '@salesforce/label/c.Throughline_Requested_On';
import Hold from '@salesforce/label/c.Throughline_Hold';
import Release from '@salesforce/label/c.Throughline_Release';
import Cancel_Order from '@salesforce/label/c.Throughline_Cancel_Order';
import Reason from '@salesforce/label/c.Throughline_Reason';
import Reason_Missing from '@salesforce/label/c.Throughline_Reason_Missing';
import Held_Since from '@salesforce/label/c.Throughline_Held_Since';
import Sales from '@salesforce/label/c.Throughline_Sales';
import Finance from '@salesforce/label/c.Throughline_Finance';
import Logistics from '@salesforce/label/c.Throughline_Logistics';
import Integration from '@salesforce/label/c.Throughline_Integration';
import Operations from '@salesforce/label/c.Throughline_Operations';
import State_SUBMITTED from '@salesforce/label/c.Throughline_State_SUBMITTED';
import State_VALIDATED from '@salesforce/label/c.Throughline_State_VALIDATED';
import State_ACCEPTED from '@salesforce/label/c.Throughline_State_ACCEPTED';
import State_PARTIALLY_SHIPPED from '@salesforce/label/c.Throughline_State_PARTIALLY_SHIPPED';
import State_SHIPPED from '@salesforce/label/c.Throughline_State_SHIPPED';
import State_DELIVERED from '@salesforce/label/c.Throughline_State_DELIVERED';
import State_SUBSCRIBED from '@salesforce/label/c.Throughline_State_SUBSCRIBED';
import State_COMPLETED from '@salesforce/label/c.Throughline_State_COMPLETED';
import State_CANCELLING from '@salesforce/label/c.Throughline_State_CANCELLING';
import State_CANCELLED from '@salesforce/label/c.Throughline_State_CANCELLED';
import Milestone_invoiced from '@salesforce/label/c.Throughline_Milestone_invoiced';
import Milestone_paid from '@salesforce/label/c.Throughline_Milestone_paid';
import Milestone_goods_settled from '@salesforce/label/c.Throughline_Milestone_goods_settled';
import Milestone_partly_cancelled from '@salesforce/label/c.Throughline_Milestone_partly_cancelled';
import Milestone_cancellation_requested from '@salesforce/label/c.Throughline_Milestone_cancellation_requested';
import Milestone_cancellation_refused from '@salesforce/label/c.Throughline_Milestone_cancellation_refused';
import Milestone_return_requested from '@salesforce/label/c.Throughline_Milestone_return_requested';
import Milestone_shipping_suspended from '@salesforce/label/c.Throughline_Milestone_shipping_suspended';
import Milestone_shipping_resumed from '@salesforce/label/c.Throughline_Milestone_shipping_resumed';
import Actions from '@salesforce/label/c.Throughline_Actions';
import Told from '@salesforce/label/c.Throughline_Told';
import Where_From from '@salesforce/label/c.Throughline_Where_From';
import Field from '@salesforce/label/c.Throughline_Field';
import Source from '@salesforce/label/c.Throughline_Source';
import Policy from '@salesforce/label/c.Throughline_Policy';
import Stated from '@salesforce/label/c.Throughline_Stated';
import Found from '@salesforce/label/c.Throughline_Found';
import Cause_CUSTOMER_UNKNOWN from '@salesforce/label/c.Throughline_Cause_CUSTOMER_UNKNOWN';
import Cause_CUSTOMER_INACTIVE from '@salesforce/label/c.Throughline_Cause_CUSTOMER_INACTIVE';
import Cause_CUSTOMER_NOT_IN_SUBSIDIARY from '@salesforce/label/c.Throughline_Cause_CUSTOMER_NOT_IN_SUBSIDIARY';
import Cause_DUPLICATE_CUSTOMER from '@salesforce/label/c.Throughline_Cause_DUPLICATE_CUSTOMER';
import Cause_CUSTOMER_REFUSED from '@salesforce/label/c.Throughline_Cause_CUSTOMER_REFUSED';
import Cause_CUSTOMER_CONFLICT from '@salesforce/label/c.Throughline_Cause_CUSTOMER_CONFLICT';
import Cause_CRM_REFUSED from '@salesforce/label/c.Throughline_Cause_CRM_REFUSED';
import Cause_PRODUCT_UNKNOWN from '@salesforce/label/c.Throughline_Cause_PRODUCT_UNKNOWN';
import Cause_PRODUCT_DISCONTINUED from '@salesforce/label/c.Throughline_Cause_PRODUCT_DISCONTINUED';
import Cause_PRODUCT_NOT_IN_SUBSIDIARY from '@salesforce/label/c.Throughline_Cause_PRODUCT_NOT_IN_SUBSIDIARY';
import Cause_UNIT_OF_MEASURE from '@salesforce/label/c.Throughline_Cause_UNIT_OF_MEASURE';
import Cause_QUANTITY_REFUSED from '@salesforce/label/c.Throughline_Cause_QUANTITY_REFUSED';
import Cause_TAX_REGION_UNKNOWN from '@salesforce/label/c.Throughline_Cause_TAX_REGION_UNKNOWN';
import Cause_CURRENCY_NOT_ALLOWED from '@salesforce/label/c.Throughline_Cause_CURRENCY_NOT_ALLOWED';
import Cause_PARTNER_UNKNOWN from '@salesforce/label/c.Throughline_Cause_PARTNER_UNKNOWN';
import Cause_DATE_REFUSED from '@salesforce/label/c.Throughline_Cause_DATE_REFUSED';
import Cause_PRICE_NOT_APPROVED from '@salesforce/label/c.Throughline_Cause_PRICE_NOT_APPROVED';
import Cause_CREDIT_LIMIT_EXCEEDED from '@salesforce/label/c.Throughline_Cause_CREDIT_LIMIT_EXCEEDED';
import Cause_WAREHOUSE_UNKNOWN from '@salesforce/label/c.Throughline_Cause_WAREHOUSE_UNKNOWN';
import Cause_NOT_STOCKED from '@salesforce/label/c.Throughline_Cause_NOT_STOCKED';
import Cause_OUT_OF_STOCK from '@salesforce/label/c.Throughline_Cause_OUT_OF_STOCK';
import Cause_PERIOD_CLOSED from '@salesforce/label/c.Throughline_Cause_PERIOD_CLOSED';
import Cause_POSTING_LOCKED from '@salesforce/label/c.Throughline_Cause_POSTING_LOCKED';
import Cause_INVOICE_REFUSED from '@salesforce/label/c.Throughline_Cause_INVOICE_REFUSED';
import Cause_FULFILMENT_REFUSED from '@salesforce/label/c.Throughline_Cause_FULFILMENT_REFUSED';
import Cause_AMOUNT_DIFFERS from '@salesforce/label/c.Throughline_Cause_AMOUNT_DIFFERS';
import Cause_DEPOSIT_NOT_PAID from '@salesforce/label/c.Throughline_Cause_DEPOSIT_NOT_PAID';
import Cause_DEPOSIT_REFUSED from '@salesforce/label/c.Throughline_Cause_DEPOSIT_REFUSED';
import Cause_SALES_ORDER_MISSING from '@salesforce/label/c.Throughline_Cause_SALES_ORDER_MISSING';
import Cause_ORDER_CLOSED_IN_ERP from '@salesforce/label/c.Throughline_Cause_ORDER_CLOSED_IN_ERP';
import Cause_INVOICE_MISSING from '@salesforce/label/c.Throughline_Cause_INVOICE_MISSING';
import Cause_PAYMENT_REVERSED from '@salesforce/label/c.Throughline_Cause_PAYMENT_REVERSED';
import Cause_RENEWAL_PRODUCT_GONE from '@salesforce/label/c.Throughline_Cause_RENEWAL_PRODUCT_GONE';
import Cause_RENEWAL_PRICE_NOT_APPROVED from '@salesforce/label/c.Throughline_Cause_RENEWAL_PRICE_NOT_APPROVED';
import Cause_PAYMENT_OVERDUE from '@salesforce/label/c.Throughline_Cause_PAYMENT_OVERDUE';
import Cause_ERP_FIELD_MISSING from '@salesforce/label/c.Throughline_Cause_ERP_FIELD_MISSING';
import Cause_ERP_FIELD_REFUSED from '@salesforce/label/c.Throughline_Cause_ERP_FIELD_REFUSED';
import Cause_ERP_SETUP_INCOMPLETE from '@salesforce/label/c.Throughline_Cause_ERP_SETUP_INCOMPLETE';
import Cause_ERP_SCRIPT_FAILED from '@salesforce/label/c.Throughline_Cause_ERP_SCRIPT_FAILED';
import Cause_PERMISSION_MISSING from '@salesforce/label/c.Throughline_Cause_PERMISSION_MISSING';
import Cause_ERP_REFUSED from '@salesforce/label/c.Throughline_Cause_ERP_REFUSED';
import Cause_RECORD_CHANGED from '@salesforce/label/c.Throughline_Cause_RECORD_CHANGED';
import Cause_TOKEN_REJECTED from '@salesforce/label/c.Throughline_Cause_TOKEN_REJECTED';
import Cause_QUOTA_EXHAUSTED from '@salesforce/label/c.Throughline_Cause_QUOTA_EXHAUSTED';
import Cause_ERP_MAINTENANCE from '@salesforce/label/c.Throughline_Cause_ERP_MAINTENANCE';
import Cause_ERP_UNAVAILABLE from '@salesforce/label/c.Throughline_Cause_ERP_UNAVAILABLE';
import Cause_ADDRESS_REJECTED from '@salesforce/label/c.Throughline_Cause_ADDRESS_REJECTED';
import Cause_CARRIER_PRODUCT_UNKNOWN from '@salesforce/label/c.Throughline_Cause_CARRIER_PRODUCT_UNKNOWN';
import Cause_SHIPPING_METHOD_REFUSED from '@salesforce/label/c.Throughline_Cause_SHIPPING_METHOD_REFUSED';
import Cause_CARRIER_REFUSED from '@salesforce/label/c.Throughline_Cause_CARRIER_REFUSED';
import Cause_CARRIER_UNAVAILABLE from '@salesforce/label/c.Throughline_Cause_CARRIER_UNAVAILABLE';
import Cause_CARRIER_HOLD from '@salesforce/label/c.Throughline_Cause_CARRIER_HOLD';
import Cause_CUT_OFF_MISSED from '@salesforce/label/c.Throughline_Cause_CUT_OFF_MISSED';
import Cause_OVER_SHIPPED from '@salesforce/label/c.Throughline_Cause_OVER_SHIPPED';
import Cause_SHORT_SHIPPED from '@salesforce/label/c.Throughline_Cause_SHORT_SHIPPED';
import Cause_SHIPMENT_UNKNOWN from '@salesforce/label/c.Throughline_Cause_SHIPMENT_UNKNOWN';
import Cause_WEBHOOK_MISSING from '@salesforce/label/c.Throughline_Cause_WEBHOOK_MISSING';
import Cause_DAMAGED_IN_TRANSIT from '@salesforce/label/c.Throughline_Cause_DAMAGED_IN_TRANSIT';
import Cause_RETURNED_TO_SENDER from '@salesforce/label/c.Throughline_Cause_RETURNED_TO_SENDER';
import Cause_CARRIER_EXCEPTION from '@salesforce/label/c.Throughline_Cause_CARRIER_EXCEPTION';
import Cause_DELIVERY_UNCONFIRMED from '@salesforce/label/c.Throughline_Cause_DELIVERY_UNCONFIRMED';
import Cause_CARRIER_LOST from '@salesforce/label/c.Throughline_Cause_CARRIER_LOST';
import Cause_RETURN_REFUSED from '@salesforce/label/c.Throughline_Cause_RETURN_REFUSED';
import Cause_RETURN_NOT_EXPECTED from '@salesforce/label/c.Throughline_Cause_RETURN_NOT_EXPECTED';
import Cause_RETURN_OVERDUE from '@salesforce/label/c.Throughline_Cause_RETURN_OVERDUE';
import Cause_INSPECTION_DIFFERS from '@salesforce/label/c.Throughline_Cause_INSPECTION_DIFFERS';
import Cause_RETURN_NOT_RECEIVABLE from '@salesforce/label/c.Throughline_Cause_RETURN_NOT_RECEIVABLE';
import Cause_CREDIT_REFUSED from '@salesforce/label/c.Throughline_Cause_CREDIT_REFUSED';
import Cause_REFUND_REFUSED from '@salesforce/label/c.Throughline_Cause_REFUND_REFUSED';
import Analyst from '@salesforce/label/c.Throughline_Analyst';
import Partner from '@salesforce/label/c.Throughline_Partner';
import Owner_SALESFORCE from '@salesforce/label/c.Throughline_Owner_SALESFORCE';
import Owner_ERP from '@salesforce/label/c.Throughline_Owner_ERP';
import Owner_CARRIER from '@salesforce/label/c.Throughline_Owner_CARRIER';
import Owner_THROUGHLINE from '@salesforce/label/c.Throughline_Owner_THROUGHLINE';
import Owner_SHARED from '@salesforce/label/c.Throughline_Owner_SHARED';
import Owner_CUSTOMER from '@salesforce/label/c.Throughline_Owner_CUSTOMER';
import Owner_NOBODY from '@salesforce/label/c.Throughline_Owner_NOBODY';
import Policy_OWN from '@salesforce/label/c.Throughline_Policy_OWN';
import Policy_REFERENCE from '@salesforce/label/c.Throughline_Policy_REFERENCE';
import Policy_RECORDED from '@salesforce/label/c.Throughline_Policy_RECORDED';
import Policy_CACHED from '@salesforce/label/c.Throughline_Policy_CACHED';
import Policy_LIVE from '@salesforce/label/c.Throughline_Policy_LIVE';
import Shipment_REQUESTED from '@salesforce/label/c.Throughline_Shipment_REQUESTED';
import Shipment_PICKED from '@salesforce/label/c.Throughline_Shipment_PICKED';
import Shipment_SHIPPED from '@salesforce/label/c.Throughline_Shipment_SHIPPED';
import Shipment_OUT_FOR_DELIVERY from '@salesforce/label/c.Throughline_Shipment_OUT_FOR_DELIVERY';
import Shipment_DELIVERED from '@salesforce/label/c.Throughline_Shipment_DELIVERED';
import Shipment_RETURNED_TO_SENDER from '@salesforce/label/c.Throughline_Shipment_RETURNED_TO_SENDER';
import Shipment_CANCELLED from '@salesforce/label/c.Throughline_Shipment_CANCELLED';
import Field_orderId from '@salesforce/label/c.Throughline_Field_orderId';
import Field_customerId from '@salesforce/label/c.Throughline_Field_customerId';
import Field_owner from '@salesforce/label/c.Throughline_Field_owner';
import Field_orderedOn from '@salesforce/label/c.Throughline_Field_orderedOn';
import Field_requestedOn from '@salesforce/label/c.Throughline_Field_requestedOn';
import Field_taxRegion from '@salesforce/label/c.Throughline_Field_taxRegion';
import Field_partnerId from '@salesforce/label/c.Throughline_Field_partnerId';
import Field_shipTo from '@salesforce/label/c.Throughline_Field_shipTo';
import Field_furtherShipTos from '@salesforce/label/c.Throughline_Field_furtherShipTos';
import Field_state from '@salesforce/label/c.Throughline_Field_state';
import Field_erp from '@salesforce/label/c.Throughline_Field_erp';
import Field_erpOrderId from '@salesforce/label/c.Throughline_Field_erpOrderId';
import Field_erpOrderNumber from '@salesforce/label/c.Throughline_Field_erpOrderNumber';
import Field_lines from '@salesforce/label/c.Throughline_Field_lines';
import Field_shipments from '@salesforce/label/c.Throughline_Field_shipments';
import Field_invoices from '@salesforce/label/c.Throughline_Field_invoices';
import Field_subscriptions from '@salesforce/label/c.Throughline_Field_subscriptions';
import Field_returns from '@salesforce/label/c.Throughline_Field_returns';
import Field_exceptions from '@salesforce/label/c.Throughline_Field_exceptions';
import Field_hold from '@salesforce/label/c.Throughline_Field_hold';
import Field_pause from '@salesforce/label/c.Throughline_Field_pause';
import Field_lastChange from '@salesforce/label/c.Throughline_Field_lastChange';
import Field_deposit from '@salesforce/label/c.Throughline_Field_deposit';
import Field_milestones from '@salesforce/label/c.Throughline_Field_milestones';
import Field_submittedAt from '@salesforce/label/c.Throughline_Field_submittedAt';
import Field_changedAt from '@salesforce/label/c.Throughline_Field_changedAt';
import Field_money_ordered from '@salesforce/label/c.Throughline_Field_money_ordered';
import Field_money_invoiced from '@salesforce/label/c.Throughline_Field_money_invoiced';
import Field_money_paid from '@salesforce/label/c.Throughline_Field_money_paid';
import Field_money_due from '@salesforce/label/c.Throughline_Field_money_due';
import Field_money_cancelled from '@salesforce/label/c.Throughline_Field_money_cancelled';
import Field_money_tax from '@salesforce/label/c.Throughline_Field_money_tax';
import Field_money_credited from '@salesforce/label/c.Throughline_Field_money_credited';
import Field_money_refunded from '@salesforce/label/c.Throughline_Field_money_refunded';
import Remedy_RETRY from '@salesforce/label/c.Throughline_Remedy_RETRY';
import Remedy_RELEASE_CREDIT from '@salesforce/label/c.Throughline_Remedy_RELEASE_CREDIT';
import Remedy_APPROVE_PRICE from '@salesforce/label/c.Throughline_Remedy_APPROVE_PRICE';
import Remedy_CORRECT_TAX_REGION from '@salesforce/label/c.Throughline_Remedy_CORRECT_TAX_REGION';
import Remedy_SUBSTITUTE_PRODUCT from '@salesforce/label/c.Throughline_Remedy_SUBSTITUTE_PRODUCT';
import Remedy_REMOVE_LINE from '@salesforce/label/c.Throughline_Remedy_REMOVE_LINE';
import Remedy_CORRECT_ADDRESS from '@salesforce/label/c.Throughline_Remedy_CORRECT_ADDRESS';
import Remedy_KEEP_OURS from '@salesforce/label/c.Throughline_Remedy_KEEP_OURS';
import Remedy_TAKE_THEIRS from '@salesforce/label/c.Throughline_Remedy_TAKE_THEIRS';
import Remedy_EDIT_FIELD from '@salesforce/label/c.Throughline_Remedy_EDIT_FIELD';
import Remedy_LINK_CUSTOMER from '@salesforce/label/c.Throughline_Remedy_LINK_CUSTOMER';
import Remedy_REPRICE from '@salesforce/label/c.Throughline_Remedy_REPRICE';
import Remedy_END_SUBSCRIPTION from '@salesforce/label/c.Throughline_Remedy_END_SUBSCRIPTION';
import Remedy_ACCEPT_INSPECTION from '@salesforce/label/c.Throughline_Remedy_ACCEPT_INSPECTION';
import Remedy_ACCEPT_COUNT from '@salesforce/label/c.Throughline_Remedy_ACCEPT_COUNT';
import Remedy_CLOSE_SHORT from '@salesforce/label/c.Throughline_Remedy_CLOSE_SHORT';
import Remedy_DISMISS_COUNT from '@salesforce/label/c.Throughline_Remedy_DISMISS_COUNT';
import Remedy_WITHDRAW_RETURN from '@salesforce/label/c.Throughline_Remedy_WITHDRAW_RETURN';
import Remedy_HAND_TO_COLLECTIONS from '@salesforce/label/c.Throughline_Remedy_HAND_TO_COLLECTIONS';
import Remedy_WAIVE_DEPOSIT from '@salesforce/label/c.Throughline_Remedy_WAIVE_DEPOSIT';
import Remedy_LEAVE_ON_ACCOUNT from '@salesforce/label/c.Throughline_Remedy_LEAVE_ON_ACCOUNT';
import Remedy_ACCEPT_AMOUNT from '@salesforce/label/c.Throughline_Remedy_ACCEPT_AMOUNT';
import Remedy_CANCEL_ORDER from '@salesforce/label/c.Throughline_Remedy_CANCEL_ORDER';
import RemedyHelp_RETRY from '@salesforce/label/c.Throughline_RemedyHelp_RETRY';
import RemedyHelp_RELEASE_CREDIT from '@salesforce/label/c.Throughline_RemedyHelp_RELEASE_CREDIT';
import RemedyHelp_APPROVE_PRICE from '@salesforce/label/c.Throughline_RemedyHelp_APPROVE_PRICE';
import RemedyHelp_CORRECT_TAX_REGION from '@salesforce/label/c.Throughline_RemedyHelp_CORRECT_TAX_REGION';
import RemedyHelp_SUBSTITUTE_PRODUCT from '@salesforce/label/c.Throughline_RemedyHelp_SUBSTITUTE_PRODUCT';
import RemedyHelp_REMOVE_LINE from '@salesforce/label/c.Throughline_RemedyHelp_REMOVE_LINE';
import RemedyHelp_CORRECT_ADDRESS from '@salesforce/label/c.Throughline_RemedyHelp_CORRECT_ADDRESS';
import RemedyHelp_KEEP_OURS from '@salesforce/label/c.Throughline_RemedyHelp_KEEP_OURS';
import RemedyHelp_TAKE_THEIRS from '@salesforce/label/c.Throughline_RemedyHelp_TAKE_THEIRS';
import RemedyHelp_EDIT_FIELD from '@salesforce/label/c.Throughline_RemedyHelp_EDIT_FIELD';
import RemedyHelp_LINK_CUSTOMER from '@salesforce/label/c.Throughline_RemedyHelp_LINK_CUSTOMER';
import RemedyHelp_REPRICE from '@salesforce/label/c.Throughline_RemedyHelp_REPRICE';
import RemedyHelp_END_SUBSCRIPTION from '@salesforce/label/c.Throughline_RemedyHelp_END_SUBSCRIPTION';
import RemedyHelp_ACCEPT_INSPECTION from '@salesforce/label/c.Throughline_RemedyHelp_ACCEPT_INSPECTION';
import RemedyHelp_ACCEPT_COUNT from '@salesforce/label/c.Throughline_RemedyHelp_ACCEPT_COUNT';
import RemedyHelp_CLOSE_SHORT from '@salesforce/label/c.Throughline_RemedyHelp_CLOSE_SHORT';
import RemedyHelp_DISMISS_COUNT from '@salesforce/label/c.Throughline_RemedyHelp_DISMISS_COUNT';
import RemedyHelp_WITHDRAW_RETURN from '@salesforce/label/c.Throughline_RemedyHelp_WITHDRAW_RETURN';
import RemedyHelp_HAND_TO_COLLECTIONS from '@salesforce/label/c.Throughline_RemedyHelp_HAND_TO_COLLECTIONS';
import RemedyHelp_WAIVE_DEPOSIT from '@salesforce/label/c.Throughline_RemedyHelp_WAIVE_DEPOSIT';
import RemedyHelp_LEAVE_ON_ACCOUNT from '@salesforce/label/c.Throughline_RemedyHelp_LEAVE_ON_ACCOUNT';
import RemedyHelp_ACCEPT_AMOUNT from '@salesforce/label/c.Throughline_RemedyHelp_ACCEPT_AMOUNT';
import RemedyHelp_CANCEL_ORDER from '@salesforce/label/c.Throughline_RemedyHelp_CANCEL_ORDER';
import Parameter_taxRegion from '@salesforce/label/c.Throughline_Parameter_taxRegion';
import Parameter_lineId from '@salesforce/label/c.Throughline_Parameter_lineId';
import Parameter_productId from '@salesforce/label/c.Throughline_Parameter_productId';
import Parameter_street from '@salesforce/label/c.Throughline_Parameter_street';
import Parameter_city from '@salesforce/label/c.Throughline_Parameter_city';
import Parameter_country from '@salesforce/label/c.Throughline_Parameter_country';
import Parameter_erpCustomerId from '@salesforce/label/c.Throughline_Parameter_erpCustomerId';
import Parameter_unitPrice from '@salesforce/label/c.Throughline_Parameter_unitPrice';
import Value_agreed from '@salesforce/label/c.Throughline_Value_agreed';
import Value_announced from '@salesforce/label/c.Throughline_Value_announced';
import Value_answer from '@salesforce/label/c.Throughline_Value_answer';
import Value_asked from '@salesforce/label/c.Throughline_Value_asked';
import Value_awaited from '@salesforce/label/c.Throughline_Value_awaited';
import Value_bill from '@salesforce/label/c.Throughline_Value_bill';
import Value_booked from '@salesforce/label/c.Throughline_Value_booked';
import Value_code from '@salesforce/label/c.Throughline_Value_code';
import Value_common from '@salesforce/label/c.Throughline_Value_common';
import Value_counted from '@salesforce/label/c.Throughline_Value_counted';
import Value_credit from '@salesforce/label/c.Throughline_Value_credit';
import Value_creditLimit from '@salesforce/label/c.Throughline_Value_creditLimit';
import Value_currency from '@salesforce/label/c.Throughline_Value_currency';
import Value_customerId from '@salesforce/label/c.Throughline_Value_customerId';
import Value_discount from '@salesforce/label/c.Throughline_Value_discount';
import Value_due from '@salesforce/label/c.Throughline_Value_due';
import Value_erp from '@salesforce/label/c.Throughline_Value_erp';
import Value_erpOrderId from '@salesforce/label/c.Throughline_Value_erpOrderId';
import Value_exposure from '@salesforce/label/c.Throughline_Value_exposure';
import Value_field from '@salesforce/label/c.Throughline_Value_field';
import Value_found from '@salesforce/label/c.Throughline_Value_found';
import Value_highest from '@salesforce/label/c.Throughline_Value_highest';
import Value_invoice from '@salesforce/label/c.Throughline_Value_invoice';
import Value_left from '@salesforce/label/c.Throughline_Value_left';
import Value_listPrice from '@salesforce/label/c.Throughline_Value_listPrice';
import Value_net from '@salesforce/label/c.Throughline_Value_net';
import Value_number from '@salesforce/label/c.Throughline_Value_number';
import Value_order from '@salesforce/label/c.Throughline_Value_order';
import Value_orderId from '@salesforce/label/c.Throughline_Value_orderId';
import Value_ours from '@salesforce/label/c.Throughline_Value_ours';
import Value_paid from '@salesforce/label/c.Throughline_Value_paid';
import Value_partnerDiscount from '@salesforce/label/c.Throughline_Value_partnerDiscount';
import Value_productId from '@salesforce/label/c.Throughline_Value_productId';
import Value_provider from '@salesforce/label/c.Throughline_Value_provider';
import Value_remaining from '@salesforce/label/c.Throughline_Value_remaining';
import Value_reversed from '@salesforce/label/c.Throughline_Value_reversed';
import Value_returnId from '@salesforce/label/c.Throughline_Value_returnId';
import Value_shipmentId from '@salesforce/label/c.Throughline_Value_shipmentId';
import Value_status from '@salesforce/label/c.Throughline_Value_status';
import Value_stock from '@salesforce/label/c.Throughline_Value_stock';
import Value_taxRegion from '@salesforce/label/c.Throughline_Value_taxRegion';
import Value_theirs from '@salesforce/label/c.Throughline_Value_theirs';
import Value_unitPrice from '@salesforce/label/c.Throughline_Value_unitPrice';
import Found_CREDIT_LIMIT_EXCEEDED from '@salesforce/label/c.Throughline_Found_CREDIT_LIMIT_EXCEEDED';
import Found_TAX_REGION_UNKNOWN from '@salesforce/label/c.Throughline_Found_TAX_REGION_UNKNOWN';
import Found_CUSTOMER_UNKNOWN from '@salesforce/label/c.Throughline_Found_CUSTOMER_UNKNOWN';
import Found_CUSTOMER_INACTIVE from '@salesforce/label/c.Throughline_Found_CUSTOMER_INACTIVE';
import Found_PRODUCT_UNKNOWN from '@salesforce/label/c.Throughline_Found_PRODUCT_UNKNOWN';
import Found_PRODUCT_DISCONTINUED from '@salesforce/label/c.Throughline_Found_PRODUCT_DISCONTINUED';
import Found_NOT_STOCKED from '@salesforce/label/c.Throughline_Found_NOT_STOCKED';
import Found_OUT_OF_STOCK from '@salesforce/label/c.Throughline_Found_OUT_OF_STOCK';
import Found_PRICE_NOT_APPROVED from '@salesforce/label/c.Throughline_Found_PRICE_NOT_APPROVED';
import Found_PRICE_NOT_APPROVED_2 from '@salesforce/label/c.Throughline_Found_PRICE_NOT_APPROVED_2';
import Found_PRICE_NOT_APPROVED_3 from '@salesforce/label/c.Throughline_Found_PRICE_NOT_APPROVED_3';
import Found_PRICE_NOT_APPROVED_4 from '@salesforce/label/c.Throughline_Found_PRICE_NOT_APPROVED_4';
import Found_RENEWAL_PRODUCT_GONE from '@salesforce/label/c.Throughline_Found_RENEWAL_PRODUCT_GONE';
import Found_RENEWAL_PRICE_NOT_APPROVED from '@salesforce/label/c.Throughline_Found_RENEWAL_PRICE_NOT_APPROVED';
import Found_CUSTOMER_CONFLICT from '@salesforce/label/c.Throughline_Found_CUSTOMER_CONFLICT';
import Found_DEPOSIT_NOT_PAID from '@salesforce/label/c.Throughline_Found_DEPOSIT_NOT_PAID';
import Found_DEPOSIT_NOT_PAID_2 from '@salesforce/label/c.Throughline_Found_DEPOSIT_NOT_PAID_2';
import Found_AMOUNT_DIFFERS from '@salesforce/label/c.Throughline_Found_AMOUNT_DIFFERS';
import Found_PAYMENT_OVERDUE from '@salesforce/label/c.Throughline_Found_PAYMENT_OVERDUE';
import Found_OVER_SHIPPED from '@salesforce/label/c.Throughline_Found_OVER_SHIPPED';
import Found_SHORT_SHIPPED from '@salesforce/label/c.Throughline_Found_SHORT_SHIPPED';
import Found_INSPECTION_DIFFERS from '@salesforce/label/c.Throughline_Found_INSPECTION_DIFFERS';
import Found_RETURN_OVERDUE from '@salesforce/label/c.Throughline_Found_RETURN_OVERDUE';
import On_Line from '@salesforce/label/c.Throughline_On_Line';
import Because_PARKED from '@salesforce/label/c.Throughline_Because_PARKED';
import Because_COMPLETED from '@salesforce/label/c.Throughline_Because_COMPLETED';
import Because_CANCELLED from '@salesforce/label/c.Throughline_Because_CANCELLED';
import Because_PAUSED from '@salesforce/label/c.Throughline_Because_PAUSED';
import Because_HELD from '@salesforce/label/c.Throughline_Because_HELD';
import Because_SUBSCRIPTIONS_RUN from '@salesforce/label/c.Throughline_Because_SUBSCRIPTIONS_RUN';
import Because_SUBSCRIPTIONS_RUN_OUT from '@salesforce/label/c.Throughline_Because_SUBSCRIPTIONS_RUN_OUT';
import Because_DELIVERY from '@salesforce/label/c.Throughline_Because_DELIVERY';
import Because_TAKING_ON from '@salesforce/label/c.Throughline_Because_TAKING_ON';
import Because_VALIDATE_ORDER from '@salesforce/label/c.Throughline_Because_VALIDATE_ORDER';
import Because_CREATE_SALES_ORDER from '@salesforce/label/c.Throughline_Because_CREATE_SALES_ORDER';
import Because_UPDATE_SALES_ORDER from '@salesforce/label/c.Throughline_Because_UPDATE_SALES_ORDER';
import Because_SOURCE_AGAIN from '@salesforce/label/c.Throughline_Because_SOURCE_AGAIN';
import Because_CHECK_ALLOCATION from '@salesforce/label/c.Throughline_Because_CHECK_ALLOCATION';
import Because_BACK_ORDERED from '@salesforce/label/c.Throughline_Because_BACK_ORDERED';
import Because_REQUEST_SHIPMENT from '@salesforce/label/c.Throughline_Because_REQUEST_SHIPMENT';
import Because_CONFIRM_COUNT from '@salesforce/label/c.Throughline_Because_CONFIRM_COUNT';
import Because_RECORD_ITEM_FULFILMENT from '@salesforce/label/c.Throughline_Because_RECORD_ITEM_FULFILMENT';
import Because_CREATE_INVOICE from '@salesforce/label/c.Throughline_Because_CREATE_INVOICE';
import Because_CHECK_PAYMENT from '@salesforce/label/c.Throughline_Because_CHECK_PAYMENT';
import Because_CANCEL_SHIPMENT from '@salesforce/label/c.Throughline_Because_CANCEL_SHIPMENT';
import Because_CHECK_SHIPMENT_SHIPPED from '@salesforce/label/c.Throughline_Because_CHECK_SHIPMENT_SHIPPED';
import Because_CHECK_SHIPMENT_DELIVERED from '@salesforce/label/c.Throughline_Because_CHECK_SHIPMENT_DELIVERED';
import Because_HOLD_SHIPMENT from '@salesforce/label/c.Throughline_Because_HOLD_SHIPMENT';
import Because_RELEASE_SHIPMENT from '@salesforce/label/c.Throughline_Because_RELEASE_SHIPMENT';
import Because_INVOICE_PERIOD from '@salesforce/label/c.Throughline_Because_INVOICE_PERIOD';
import Because_ADJUST_PERIOD from '@salesforce/label/c.Throughline_Because_ADJUST_PERIOD';
import Because_CHECK_BILL_PAYMENT from '@salesforce/label/c.Throughline_Because_CHECK_BILL_PAYMENT';
import Because_CHECK_SUBSCRIPTION_CHANGE from '@salesforce/label/c.Throughline_Because_CHECK_SUBSCRIPTION_CHANGE';
import Because_RENEW_SUBSCRIPTION from '@salesforce/label/c.Throughline_Because_RENEW_SUBSCRIPTION';
import Because_AWAIT_SUBSCRIPTION_DAY from '@salesforce/label/c.Throughline_Because_AWAIT_SUBSCRIPTION_DAY';
import Because_CLOSE_SALES_ORDER from '@salesforce/label/c.Throughline_Because_CLOSE_SALES_ORDER';
import Because_REQUEST_DEPOSIT from '@salesforce/label/c.Throughline_Because_REQUEST_DEPOSIT';
import Because_CHECK_DEPOSIT from '@salesforce/label/c.Throughline_Because_CHECK_DEPOSIT';
import Because_APPLY_DEPOSIT from '@salesforce/label/c.Throughline_Because_APPLY_DEPOSIT';
import Because_REFUND_DEPOSIT from '@salesforce/label/c.Throughline_Because_REFUND_DEPOSIT';
import Because_AWAIT_SHIP_DAY from '@salesforce/label/c.Throughline_Because_AWAIT_SHIP_DAY';
import Because_INFORM_ORDER from '@salesforce/label/c.Throughline_Because_INFORM_ORDER';
import Because_AUTHORIZE_RETURN from '@salesforce/label/c.Throughline_Because_AUTHORIZE_RETURN';
import Because_ANNOUNCE_RETURN from '@salesforce/label/c.Throughline_Because_ANNOUNCE_RETURN';
import Because_CHECK_RETURN from '@salesforce/label/c.Throughline_Because_CHECK_RETURN';
import Because_CONFIRM_INSPECTION from '@salesforce/label/c.Throughline_Because_CONFIRM_INSPECTION';
import Because_RECORD_RETURN_RECEIPT from '@salesforce/label/c.Throughline_Because_RECORD_RETURN_RECEIPT';
import Because_CREATE_CREDIT_MEMO from '@salesforce/label/c.Throughline_Because_CREATE_CREDIT_MEMO';
import Because_REFUND_CREDIT from '@salesforce/label/c.Throughline_Because_REFUND_CREDIT';
import Because_WITHDRAW_ANNOUNCEMENT from '@salesforce/label/c.Throughline_Because_WITHDRAW_ANNOUNCEMENT';
import Because_CLOSE_RETURN_AUTHORIZATION from '@salesforce/label/c.Throughline_Because_CLOSE_RETURN_AUTHORIZATION';
import In_Maintenance from '@salesforce/label/c.Throughline_In_Maintenance';
import Step_ValidateOrder from '@salesforce/label/c.Throughline_Step_ValidateOrder';
import Step_CreateSalesOrder from '@salesforce/label/c.Throughline_Step_CreateSalesOrder';
import Step_UpdateSalesOrder from '@salesforce/label/c.Throughline_Step_UpdateSalesOrder';
import Step_SourceAgain from '@salesforce/label/c.Throughline_Step_SourceAgain';
import Step_CheckAllocation from '@salesforce/label/c.Throughline_Step_CheckAllocation';
import Step_RequestShipment from '@salesforce/label/c.Throughline_Step_RequestShipment';
import Step_AwaitShipDay from '@salesforce/label/c.Throughline_Step_AwaitShipDay';
import Step_ConfirmCount from '@salesforce/label/c.Throughline_Step_ConfirmCount';
import Step_RecordItemFulfilment from '@salesforce/label/c.Throughline_Step_RecordItemFulfilment';
import Step_CreateInvoice from '@salesforce/label/c.Throughline_Step_CreateInvoice';
import Step_RequestDeposit from '@salesforce/label/c.Throughline_Step_RequestDeposit';
import Step_CheckDeposit from '@salesforce/label/c.Throughline_Step_CheckDeposit';
import Step_ApplyDeposit from '@salesforce/label/c.Throughline_Step_ApplyDeposit';
import Step_RefundDeposit from '@salesforce/label/c.Throughline_Step_RefundDeposit';
import Step_CheckPayment from '@salesforce/label/c.Throughline_Step_CheckPayment';
import Step_CancelShipment from '@salesforce/label/c.Throughline_Step_CancelShipment';
import Step_CheckShipment from '@salesforce/label/c.Throughline_Step_CheckShipment';
import Step_HoldShipment from '@salesforce/label/c.Throughline_Step_HoldShipment';
import Step_ReleaseShipment from '@salesforce/label/c.Throughline_Step_ReleaseShipment';
import Step_InvoicePeriod from '@salesforce/label/c.Throughline_Step_InvoicePeriod';
import Step_AdjustPeriod from '@salesforce/label/c.Throughline_Step_AdjustPeriod';
import Step_CheckBillPayment from '@salesforce/label/c.Throughline_Step_CheckBillPayment';
import Step_CheckSubscriptionChange from '@salesforce/label/c.Throughline_Step_CheckSubscriptionChange';
import Step_RenewSubscription from '@salesforce/label/c.Throughline_Step_RenewSubscription';
import Step_AwaitSubscriptionDay from '@salesforce/label/c.Throughline_Step_AwaitSubscriptionDay';
import Step_CloseSalesOrder from '@salesforce/label/c.Throughline_Step_CloseSalesOrder';
import Step_AuthorizeReturn from '@salesforce/label/c.Throughline_Step_AuthorizeReturn';
import Step_AnnounceReturn from '@salesforce/label/c.Throughline_Step_AnnounceReturn';
import Step_CheckReturn from '@salesforce/label/c.Throughline_Step_CheckReturn';
import Step_ConfirmInspection from '@salesforce/label/c.Throughline_Step_ConfirmInspection';
import Step_RecordReturnReceipt from '@salesforce/label/c.Throughline_Step_RecordReturnReceipt';
import Step_CreateCreditMemo from '@salesforce/label/c.Throughline_Step_CreateCreditMemo';
import Step_RefundCredit from '@salesforce/label/c.Throughline_Step_RefundCredit';
import Step_WithdrawAnnouncement from '@salesforce/label/c.Throughline_Step_WithdrawAnnouncement';
import Step_CloseReturnAuthorization from '@salesforce/label/c.Throughline_Step_CloseReturnAuthorization';
import Step_InformOrder from '@salesforce/label/c.Throughline_Step_InformOrder';
import Event_order_submitted from '@salesforce/label/c.Throughline_Event_order_submitted';
import Event_order_accepted from '@salesforce/label/c.Throughline_Event_order_accepted';
import Event_order_shipped from '@salesforce/label/c.Throughline_Event_order_shipped';
import Event_order_cancellation_requested from '@salesforce/label/c.Throughline_Event_order_cancellation_requested';
import Event_order_cancellation_requested_2 from '@salesforce/label/c.Throughline_Event_order_cancellation_requested_2';
import Event_order_cancellation_refused from '@salesforce/label/c.Throughline_Event_order_cancellation_refused';
import Event_order_cancellation_refused_2 from '@salesforce/label/c.Throughline_Event_order_cancellation_refused_2';
import Event_order_cancelled from '@salesforce/label/c.Throughline_Event_order_cancelled';
import Event_order_cancelled_2 from '@salesforce/label/c.Throughline_Event_order_cancelled_2';
import Event_order_partly_cancelled from '@salesforce/label/c.Throughline_Event_order_partly_cancelled';
import Event_order_partly_cancelled_2 from '@salesforce/label/c.Throughline_Event_order_partly_cancelled_2';
import Event_order_completed from '@salesforce/label/c.Throughline_Event_order_completed';
import Event_fulfilment_started from '@salesforce/label/c.Throughline_Event_fulfilment_started';
import Event_fulfilment_step_requested from '@salesforce/label/c.Throughline_Event_fulfilment_step_requested';
import Event_fulfilment_step_abandoned from '@salesforce/label/c.Throughline_Event_fulfilment_step_abandoned';
import Event_fulfilment_step_abandoned_2 from '@salesforce/label/c.Throughline_Event_fulfilment_step_abandoned_2';
import Event_fulfilment_order_validated from '@salesforce/label/c.Throughline_Event_fulfilment_order_validated';
import Event_fulfilment_sales_order_created from '@salesforce/label/c.Throughline_Event_fulfilment_sales_order_created';
import Event_fulfilment_stock_allocated from '@salesforce/label/c.Throughline_Event_fulfilment_stock_allocated';
import Event_fulfilment_stock_allocated_2 from '@salesforce/label/c.Throughline_Event_fulfilment_stock_allocated_2';
import Event_fulfilment_ship_day_came from '@salesforce/label/c.Throughline_Event_fulfilment_ship_day_came';
import Event_fulfilment_shipment_requested from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_requested';
import Event_fulfilment_shipment_picked from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_picked';
import Event_fulfilment_shipment_shipped from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_shipped';
import Event_fulfilment_shipment_shipped_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_shipped_2';
import Event_fulfilment_shipment_delivered from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_delivered';
import Event_fulfilment_shipment_delayed from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_delayed';
import Event_fulfilment_shipment_delayed_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_delayed_2';
import Event_fulfilment_item_fulfilment_recorded from '@salesforce/label/c.Throughline_Event_fulfilment_item_fulfilment_recorded';
import Event_fulfilment_invoice_issued from '@salesforce/label/c.Throughline_Event_fulfilment_invoice_issued';
import Event_fulfilment_payment_recorded from '@salesforce/label/c.Throughline_Event_fulfilment_payment_recorded';
import Event_fulfilment_part_payment_recorded from '@salesforce/label/c.Throughline_Event_fulfilment_part_payment_recorded';
import Event_fulfilment_payment_reversed from '@salesforce/label/c.Throughline_Event_fulfilment_payment_reversed';
import Event_fulfilment_cancellation_started from '@salesforce/label/c.Throughline_Event_fulfilment_cancellation_started';
import Event_fulfilment_cancellation_started_2 from '@salesforce/label/c.Throughline_Event_fulfilment_cancellation_started_2';
import Event_fulfilment_cancellation_refused from '@salesforce/label/c.Throughline_Event_fulfilment_cancellation_refused';
import Event_fulfilment_cancellation_refused_2 from '@salesforce/label/c.Throughline_Event_fulfilment_cancellation_refused_2';
import Event_fulfilment_shipment_cancelled from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_cancelled';
import Event_fulfilment_shipment_cancellation_refused from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_cancellation_refused';
import Event_fulfilment_shipment_cancellation_refused_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_cancellation_refused_2';
import Event_fulfilment_sales_order_closed from '@salesforce/label/c.Throughline_Event_fulfilment_sales_order_closed';
import Event_fulfilment_order_informed from '@salesforce/label/c.Throughline_Event_fulfilment_order_informed';
import Event_fulfilment_parked from '@salesforce/label/c.Throughline_Event_fulfilment_parked';
import Event_fulfilment_remedy_applied from '@salesforce/label/c.Throughline_Event_fulfilment_remedy_applied';
import Event_fulfilment_terms_changed from '@salesforce/label/c.Throughline_Event_fulfilment_terms_changed';
import Event_fulfilment_completed from '@salesforce/label/c.Throughline_Event_fulfilment_completed';
import Event_fulfilment_cancelled from '@salesforce/label/c.Throughline_Event_fulfilment_cancelled';
import Event_fulfilment_cancelled_2 from '@salesforce/label/c.Throughline_Event_fulfilment_cancelled_2';
import Event_fulfilment_deposit_requested from '@salesforce/label/c.Throughline_Event_fulfilment_deposit_requested';
import Event_fulfilment_deposit_received from '@salesforce/label/c.Throughline_Event_fulfilment_deposit_received';
import Event_fulfilment_deposit_reversed from '@salesforce/label/c.Throughline_Event_fulfilment_deposit_reversed';
import Event_fulfilment_deposit_applied from '@salesforce/label/c.Throughline_Event_fulfilment_deposit_applied';
import Event_fulfilment_deposit_refunded from '@salesforce/label/c.Throughline_Event_fulfilment_deposit_refunded';
import Event_fulfilment_shipment_out_for_delivery from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_out_for_delivery';
import Event_fulfilment_shipment_returned_to_sender from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_returned_to_sender';
import Event_fulfilment_shipment_returned_to_sender_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_returned_to_sender_2';
import Event_fulfilment_shipment_damaged from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_damaged';
import Event_fulfilment_shipment_damaged_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_damaged_2';
import Event_fulfilment_parcels_counted from '@salesforce/label/c.Throughline_Event_fulfilment_parcels_counted';
import Event_fulfilment_parcel_tracked from '@salesforce/label/c.Throughline_Event_fulfilment_parcel_tracked';
import Event_fulfilment_parcel_tracked_2 from '@salesforce/label/c.Throughline_Event_fulfilment_parcel_tracked_2';
import Event_fulfilment_parcel_tracked_3 from '@salesforce/label/c.Throughline_Event_fulfilment_parcel_tracked_3';
import Event_fulfilment_shipment_miscounted from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_miscounted';
import Event_fulfilment_shipment_miscounted_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_miscounted_2';
import Event_fulfilment_shipment_miscounted_3 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_miscounted_3';
import Event_fulfilment_shipment_count_confirmed from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_count_confirmed';
import Event_fulfilment_shipment_on_hold from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_on_hold';
import Event_fulfilment_shipment_on_hold_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_on_hold_2';
import Event_fulfilment_milestone_overdue from '@salesforce/label/c.Throughline_Event_fulfilment_milestone_overdue';
import Event_fulfilment_shipment_checked from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_checked';
import Event_fulfilment_shipping_suspended from '@salesforce/label/c.Throughline_Event_fulfilment_shipping_suspended';
import Event_fulfilment_shipping_suspended_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipping_suspended_2';
import Event_fulfilment_shipping_resumed from '@salesforce/label/c.Throughline_Event_fulfilment_shipping_resumed';
import Event_fulfilment_shipment_held from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_held';
import Event_fulfilment_shipment_hold_refused from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_hold_refused';
import Event_fulfilment_shipment_hold_refused_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_hold_refused_2';
import Event_fulfilment_shipment_released from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_released';
import Event_fulfilment_paused from '@salesforce/label/c.Throughline_Event_fulfilment_paused';
import Event_fulfilment_paused_2 from '@salesforce/label/c.Throughline_Event_fulfilment_paused_2';
import Event_fulfilment_resumed from '@salesforce/label/c.Throughline_Event_fulfilment_resumed';
import Event_fulfilment_resumed_2 from '@salesforce/label/c.Throughline_Event_fulfilment_resumed_2';
import Event_fulfilment_step_retried from '@salesforce/label/c.Throughline_Event_fulfilment_step_retried';
import Event_fulfilment_step_retried_2 from '@salesforce/label/c.Throughline_Event_fulfilment_step_retried_2';
import Event_fulfilment_step_skipped from '@salesforce/label/c.Throughline_Event_fulfilment_step_skipped';
import Event_fulfilment_step_skipped_2 from '@salesforce/label/c.Throughline_Event_fulfilment_step_skipped_2';
import Event_fulfilment_step_rerouted from '@salesforce/label/c.Throughline_Event_fulfilment_step_rerouted';
import Event_fulfilment_step_rerouted_2 from '@salesforce/label/c.Throughline_Event_fulfilment_step_rerouted_2';
import Event_fulfilment_payload_injected from '@salesforce/label/c.Throughline_Event_fulfilment_payload_injected';
import Event_fulfilment_exception_overdue from '@salesforce/label/c.Throughline_Event_fulfilment_exception_overdue';
import Event_fulfilment_change_started from '@salesforce/label/c.Throughline_Event_fulfilment_change_started';
import Event_fulfilment_sales_order_changed from '@salesforce/label/c.Throughline_Event_fulfilment_sales_order_changed';
import Event_fulfilment_sales_order_change_refused from '@salesforce/label/c.Throughline_Event_fulfilment_sales_order_change_refused';
import Event_fulfilment_sales_order_change_refused_2 from '@salesforce/label/c.Throughline_Event_fulfilment_sales_order_change_refused_2';
import Event_fulfilment_shipment_unstocked from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_unstocked';
import Event_fulfilment_shipment_unstocked_2 from '@salesforce/label/c.Throughline_Event_fulfilment_shipment_unstocked_2';
import Event_fulfilment_sourced_again from '@salesforce/label/c.Throughline_Event_fulfilment_sourced_again';
import Event_fulfilment_partial_cancellation_started from '@salesforce/label/c.Throughline_Event_fulfilment_partial_cancellation_started';
import Event_fulfilment_partial_cancellation_started_2 from '@salesforce/label/c.Throughline_Event_fulfilment_partial_cancellation_started_2';
import Event_fulfilment_adjustment_started from '@salesforce/label/c.Throughline_Event_fulfilment_adjustment_started';
import Event_fulfilment_product_changed from '@salesforce/label/c.Throughline_Event_fulfilment_product_changed';
import Event_fulfilment_product_changed_2 from '@salesforce/label/c.Throughline_Event_fulfilment_product_changed_2';
import Event_fulfilment_changed from '@salesforce/label/c.Throughline_Event_fulfilment_changed';
import Event_fulfilment_change_refused from '@salesforce/label/c.Throughline_Event_fulfilment_change_refused';
import Event_fulfilment_change_refused_2 from '@salesforce/label/c.Throughline_Event_fulfilment_change_refused_2';
import Event_fulfilment_held from '@salesforce/label/c.Throughline_Event_fulfilment_held';
import Event_fulfilment_held_2 from '@salesforce/label/c.Throughline_Event_fulfilment_held_2';
import Event_fulfilment_released from '@salesforce/label/c.Throughline_Event_fulfilment_released';
import Event_fulfilment_released_2 from '@salesforce/label/c.Throughline_Event_fulfilment_released_2';
import Event_fulfilment_subscription_scheduled from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_scheduled';
import Event_fulfilment_period_invoiced from '@salesforce/label/c.Throughline_Event_fulfilment_period_invoiced';
import Event_fulfilment_change_charged from '@salesforce/label/c.Throughline_Event_fulfilment_change_charged';
import Event_fulfilment_change_credited from '@salesforce/label/c.Throughline_Event_fulfilment_change_credited';
import Event_fulfilment_bill_paid from '@salesforce/label/c.Throughline_Event_fulfilment_bill_paid';
import Event_fulfilment_subscription_change_asked from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_change_asked';
import Event_fulfilment_subscription_changed from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_changed';
import Event_fulfilment_subscription_change_refused from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_change_refused';
import Event_fulfilment_subscription_change_refused_2 from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_change_refused_2';
import Event_fulfilment_renewal_changed from '@salesforce/label/c.Throughline_Event_fulfilment_renewal_changed';
import Event_fulfilment_subscription_cancelled from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_cancelled';
import Event_fulfilment_subscription_cancelled_2 from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_cancelled_2';
import Event_fulfilment_subscription_renewed from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_renewed';
import Event_fulfilment_subscription_day_came from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_day_came';
import Event_fulfilment_goods_settled from '@salesforce/label/c.Throughline_Event_fulfilment_goods_settled';
import Event_fulfilment_subscription_ended from '@salesforce/label/c.Throughline_Event_fulfilment_subscription_ended';
import Event_fulfilment_return_requested from '@salesforce/label/c.Throughline_Event_fulfilment_return_requested';
import Event_fulfilment_return_requested_2 from '@salesforce/label/c.Throughline_Event_fulfilment_return_requested_2';
import Event_fulfilment_return_authorized from '@salesforce/label/c.Throughline_Event_fulfilment_return_authorized';
import Event_fulfilment_return_announced from '@salesforce/label/c.Throughline_Event_fulfilment_return_announced';
import Event_fulfilment_return_received from '@salesforce/label/c.Throughline_Event_fulfilment_return_received';
import Event_fulfilment_return_inspected from '@salesforce/label/c.Throughline_Event_fulfilment_return_inspected';
import Event_fulfilment_return_inspected_2 from '@salesforce/label/c.Throughline_Event_fulfilment_return_inspected_2';
import Event_fulfilment_return_checked from '@salesforce/label/c.Throughline_Event_fulfilment_return_checked';
import Event_fulfilment_inspection_confirmed from '@salesforce/label/c.Throughline_Event_fulfilment_inspection_confirmed';
import Event_fulfilment_return_receipt_recorded from '@salesforce/label/c.Throughline_Event_fulfilment_return_receipt_recorded';
import Event_fulfilment_credit_memo_issued from '@salesforce/label/c.Throughline_Event_fulfilment_credit_memo_issued';
import Event_fulfilment_refund_issued from '@salesforce/label/c.Throughline_Event_fulfilment_refund_issued';
import Event_fulfilment_return_withdrawn from '@salesforce/label/c.Throughline_Event_fulfilment_return_withdrawn';
import Event_fulfilment_return_withdrawn_2 from '@salesforce/label/c.Throughline_Event_fulfilment_return_withdrawn_2';
import Event_fulfilment_return_announcement_withdrawn from '@salesforce/label/c.Throughline_Event_fulfilment_return_announcement_withdrawn';
import Event_fulfilment_return_authorization_closed from '@salesforce/label/c.Throughline_Event_fulfilment_return_authorization_closed';
import Event_fulfilment_return_closed from '@salesforce/label/c.Throughline_Event_fulfilment_return_closed';
import Because_APPLY_CREDIT from '@salesforce/label/c.Throughline_Because_APPLY_CREDIT';
import Because_REFUND_SUBSCRIPTION_CREDIT from '@salesforce/label/c.Throughline_Because_REFUND_SUBSCRIPTION_CREDIT';
import Step_ApplyCredit from '@salesforce/label/c.Throughline_Step_ApplyCredit';
import Step_RefundSubscriptionCredit from '@salesforce/label/c.Throughline_Step_RefundSubscriptionCredit';
import Event_fulfilment_credit_applied from '@salesforce/label/c.Throughline_Event_fulfilment_credit_applied';
import Event_fulfilment_credit_refunded from '@salesforce/label/c.Throughline_Event_fulfilment_credit_refunded';
import Event_fulfilment_credit_left_on_account from '@salesforce/label/c.Throughline_Event_fulfilment_credit_left_on_account';
import Problem_unauthenticated from '@salesforce/label/c.Throughline_Problem_unauthenticated';
import Problem_forbidden from '@salesforce/label/c.Throughline_Problem_forbidden';
import Problem_bad_signature from '@salesforce/label/c.Throughline_Problem_bad_signature';
import Problem_invalid from '@salesforce/label/c.Throughline_Problem_invalid';
import Problem_malformed from '@salesforce/label/c.Throughline_Problem_malformed';
import Problem_idempotency_key_missing from '@salesforce/label/c.Throughline_Problem_idempotency_key_missing';
import Problem_idempotency_key_invalid from '@salesforce/label/c.Throughline_Problem_idempotency_key_invalid';
import Problem_idempotency_key_reused from '@salesforce/label/c.Throughline_Problem_idempotency_key_reused';
import Problem_in_flight from '@salesforce/label/c.Throughline_Problem_in_flight';
import Problem_not_found from '@salesforce/label/c.Throughline_Problem_not_found';
import Problem_method_not_allowed from '@salesforce/label/c.Throughline_Problem_method_not_allowed';
import Problem_not_acceptable from '@salesforce/label/c.Throughline_Problem_not_acceptable';
import Problem_unsupported_media_type from '@salesforce/label/c.Throughline_Problem_unsupported_media_type';
import Problem_too_large from '@salesforce/label/c.Throughline_Problem_too_large';
import Problem_busy from '@salesforce/label/c.Throughline_Problem_busy';
import Problem_unclear from '@salesforce/label/c.Throughline_Problem_unclear';
import Problem_no_answer from '@salesforce/label/c.Throughline_Problem_no_answer';
import Problem_internal from '@salesforce/label/c.Throughline_Problem_internal';
import Problem_customer_exists from '@salesforce/label/c.Throughline_Problem_customer_exists';
import Problem_customer_merged from '@salesforce/label/c.Throughline_Problem_customer_merged';
import Problem_customer_hierarchy from '@salesforce/label/c.Throughline_Problem_customer_hierarchy';
import Problem_customer_erased from '@salesforce/label/c.Throughline_Problem_customer_erased';
import Problem_own_request from '@salesforce/label/c.Throughline_Problem_own_request';
import Problem_decided_already from '@salesforce/label/c.Throughline_Problem_decided_already';
import Problem_approval_expired from '@salesforce/label/c.Throughline_Problem_approval_expired';
import Problem_order_exists from '@salesforce/label/c.Throughline_Problem_order_exists';
import Problem_order_already_completed from '@salesforce/label/c.Throughline_Problem_order_already_completed';
import Problem_cancellation_under_way from '@salesforce/label/c.Throughline_Problem_cancellation_under_way';
import Problem_change_under_way from '@salesforce/label/c.Throughline_Problem_change_under_way';
import Problem_line_already_shipped from '@salesforce/label/c.Throughline_Problem_line_already_shipped';
import Problem_subscription_not_changeable from '@salesforce/label/c.Throughline_Problem_subscription_not_changeable';
import Problem_not_returnable from '@salesforce/label/c.Throughline_Problem_not_returnable';
import Problem_return_too_far from '@salesforce/label/c.Throughline_Problem_return_too_far';
import Problem_order_ended from '@salesforce/label/c.Throughline_Problem_order_ended';
import Problem_exception_not_open from '@salesforce/label/c.Throughline_Problem_exception_not_open';
import Problem_remedy_not_offered from '@salesforce/label/c.Throughline_Problem_remedy_not_offered';
import Problem_remedy_not_applicable from '@salesforce/label/c.Throughline_Problem_remedy_not_applicable';
import Problem_step_not_waiting from '@salesforce/label/c.Throughline_Problem_step_not_waiting';
import Problem_step_not_skippable from '@salesforce/label/c.Throughline_Problem_step_not_skippable';
import Problem_detour_not_possible from '@salesforce/label/c.Throughline_Problem_detour_not_possible';
import Problem_maintenance_over from '@salesforce/label/c.Throughline_Problem_maintenance_over';
import Problem_payload_not_possible from '@salesforce/label/c.Throughline_Problem_payload_not_possible';
import Problem_bad_user_input from '@salesforce/label/c.Throughline_Problem_bad_user_input';
import Language from '@salesforce/label/c.Throughline_Language';
import Silent from '@salesforce/label/c.Throughline_Silent';
import Session_Over from '@salesforce/label/c.Throughline_Session_Over';
import Not_Answered from '@salesforce/label/c.Throughline_Not_Answered';
import Answers_Status from '@salesforce/label/c.Throughline_Answers_Status';
import Event from '@salesforce/label/c.Throughline_Event';
import Replay_BUILDING from '@salesforce/label/c.Throughline_Replay_BUILDING';
import Replay_COMPARING from '@salesforce/label/c.Throughline_Replay_COMPARING';
import Replay_DIFFERS from '@salesforce/label/c.Throughline_Replay_DIFFERS';
import Replay_SWITCHED from '@salesforce/label/c.Throughline_Replay_SWITCHED';
import Replay_ABANDONED from '@salesforce/label/c.Throughline_Replay_ABANDONED';
import Replay_ROLLED_BACK from '@salesforce/label/c.Throughline_Replay_ROLLED_BACK';
import Event_fulfilment_bill_partly_paid from '@salesforce/label/c.Throughline_Event_fulfilment_bill_partly_paid';
import Event_fulfilment_bill_payment_reversed from '@salesforce/label/c.Throughline_Event_fulfilment_bill_payment_reversed';

export const labels = Object.freeze({
    Try_Again,
    Refresh,
    Loading,
    Went_Wrong,
    Not_For_You,
    None,
    Yes,
    No,
    All,
    Apply,
    Not_Now,
    More,
    Of_Total,
    Order,
    Orders,
    Customer,
    State,
    Value,
    Ordered_On,
    Ordered_From,
    Ordered_To,
    Changed,
    Waits_For,
    Only_Parked,
    Customer_Number,
    No_Orders,
    Sort_By,
    Latest_Change,
    Newest_First,
    Oldest_First,
    Highest_Value,
    Timeline,
    Milestone,
    Reached,
    Promised,
    Asked_For,
    On_Time,
    Late_By,
    Not_Yet,
    Order_Unknown,
    Overview,
    Ordered,
    Invoiced,
    Paid,
    Cancelled,
    Tax,
    Lines,
    Line,
    Product,
    Quantity,
    Unit_Price,
    Net,
    Allocated,
    Back_Ordered,
    Shipped,
    Shipments,
    Shipment,
    Warehouse,
    Carrier,
    Tracking,
    No_Shipments,
    Invoices,
    Invoice,
    Issued,
    Paid_On,
    Due,
    Still_Due,
    Number,
    Kind,
    Period,
    Amount,
    Offset,
    Paid_Back,
    Return,
    Credit_Memo,
    Deposit_Is,
    Deposit_Waived,
    No_Subscriptions,
    Price_Each,
    Begins_On,
    Begins_With_Order,
    Term_Renews,
    Term_Ends,
    Never_Began,
    Ran,
    Runs,
    Runs_On,
    Next_Invoice,
    No_Next_Invoice,
    Next_Term_First,
    Latest_Bills,
    Every_MONTH,
    Every_QUARTER,
    Every_YEAR,
    Subscription_SCHEDULED,
    Subscription_RUNNING,
    Subscription_ENDING,
    Subscription_ENDED,
    Bill_PERIOD,
    Bill_CHARGE,
    Bill_CREDIT,
    Return_REQUESTED,
    Return_AUTHORIZED,
    Return_ANNOUNCED,
    Return_RECEIVED,
    Return_INSPECTED,
    Return_CREDITED,
    Return_REFUNDED,
    Return_REFUSED,
    Return_WITHDRAWN,
    Due_At,
    No_Invoices,
    Why_Stuck,
    Whose_Move,
    Since,
    Should_Be_Mended_By,
    What_They_Said,
    What_Mends_It,
    Who_Can,
    Really,
    Remedy_Sent,
    Held_Up,
    Exceptions,
    Exception,
    Queue,
    Cause,
    Overdue,
    Only_Overdue,
    No_Exceptions,
    Mend_Selected,
    No_Common_Remedy,
    Bulk_Progress,
    Customer_Panel,
    Customer_Unknown,
    Contact,
    Email,
    Phone,
    Bill_To,
    Erp_Number,
    Open_Orders,
    Completed_Orders,
    Cancelled_Orders,
    Last_Shipments,
    Time_Travel,
    Now,
    Back_To_Now,
    As_It_Was,
    New_Order,
    Order_Number,
    Submit_Order,
    Order_Submitted,
    Tax_Region,
    Currency,
    Recipient,
    Street,
    City,
    Region,
    Postal_Code,
    Country,
    Requested_On,
    Hold,
    Release,
    Cancel_Order,
    Reason,
    Reason_Missing,
    Held_Since,
    Sales,
    Finance,
    Logistics,
    Integration,
    Operations,
    State_SUBMITTED,
    State_VALIDATED,
    State_ACCEPTED,
    State_PARTIALLY_SHIPPED,
    State_SHIPPED,
    State_DELIVERED,
    State_SUBSCRIBED,
    State_COMPLETED,
    State_CANCELLING,
    State_CANCELLED,
    Milestone_invoiced,
    Milestone_paid,
    Milestone_goods_settled,
    Milestone_partly_cancelled,
    Milestone_cancellation_requested,
    Milestone_cancellation_refused,
    Milestone_return_requested,
    Milestone_shipping_suspended,
    Milestone_shipping_resumed,
    Actions,
    Told,
    Where_From,
    Field,
    Source,
    Policy,
    Stated,
    Found,
    Cause_CUSTOMER_UNKNOWN,
    Cause_CUSTOMER_INACTIVE,
    Cause_CUSTOMER_NOT_IN_SUBSIDIARY,
    Cause_DUPLICATE_CUSTOMER,
    Cause_CUSTOMER_REFUSED,
    Cause_CUSTOMER_CONFLICT,
    Cause_CRM_REFUSED,
    Cause_PRODUCT_UNKNOWN,
    Cause_PRODUCT_DISCONTINUED,
    Cause_PRODUCT_NOT_IN_SUBSIDIARY,
    Cause_UNIT_OF_MEASURE,
    Cause_QUANTITY_REFUSED,
    Cause_TAX_REGION_UNKNOWN,
    Cause_CURRENCY_NOT_ALLOWED,
    Cause_PARTNER_UNKNOWN,
    Cause_DATE_REFUSED,
    Cause_PRICE_NOT_APPROVED,
    Cause_CREDIT_LIMIT_EXCEEDED,
    Cause_WAREHOUSE_UNKNOWN,
    Cause_NOT_STOCKED,
    Cause_OUT_OF_STOCK,
    Cause_PERIOD_CLOSED,
    Cause_POSTING_LOCKED,
    Cause_INVOICE_REFUSED,
    Cause_FULFILMENT_REFUSED,
    Cause_AMOUNT_DIFFERS,
    Cause_DEPOSIT_NOT_PAID,
    Cause_DEPOSIT_REFUSED,
    Cause_SALES_ORDER_MISSING,
    Cause_ORDER_CLOSED_IN_ERP,
    Cause_INVOICE_MISSING,
    Cause_PAYMENT_REVERSED,
    Cause_RENEWAL_PRODUCT_GONE,
    Cause_RENEWAL_PRICE_NOT_APPROVED,
    Cause_PAYMENT_OVERDUE,
    Cause_ERP_FIELD_MISSING,
    Cause_ERP_FIELD_REFUSED,
    Cause_ERP_SETUP_INCOMPLETE,
    Cause_ERP_SCRIPT_FAILED,
    Cause_PERMISSION_MISSING,
    Cause_ERP_REFUSED,
    Cause_RECORD_CHANGED,
    Cause_TOKEN_REJECTED,
    Cause_QUOTA_EXHAUSTED,
    Cause_ERP_MAINTENANCE,
    Cause_ERP_UNAVAILABLE,
    Cause_ADDRESS_REJECTED,
    Cause_CARRIER_PRODUCT_UNKNOWN,
    Cause_SHIPPING_METHOD_REFUSED,
    Cause_CARRIER_REFUSED,
    Cause_CARRIER_UNAVAILABLE,
    Cause_CARRIER_HOLD,
    Cause_CUT_OFF_MISSED,
    Cause_OVER_SHIPPED,
    Cause_SHORT_SHIPPED,
    Cause_SHIPMENT_UNKNOWN,
    Cause_WEBHOOK_MISSING,
    Cause_DAMAGED_IN_TRANSIT,
    Cause_RETURNED_TO_SENDER,
    Cause_CARRIER_EXCEPTION,
    Cause_DELIVERY_UNCONFIRMED,
    Cause_CARRIER_LOST,
    Cause_RETURN_REFUSED,
    Cause_RETURN_NOT_EXPECTED,
    Cause_RETURN_OVERDUE,
    Cause_INSPECTION_DIFFERS,
    Cause_RETURN_NOT_RECEIVABLE,
    Cause_CREDIT_REFUSED,
    Cause_REFUND_REFUSED,
    Analyst,
    Partner,
    Owner_SALESFORCE,
    Owner_ERP,
    Owner_CARRIER,
    Owner_THROUGHLINE,
    Owner_SHARED,
    Owner_CUSTOMER,
    Owner_NOBODY,
    Policy_OWN,
    Policy_REFERENCE,
    Policy_RECORDED,
    Policy_CACHED,
    Policy_LIVE,
    Shipment_REQUESTED,
    Shipment_PICKED,
    Shipment_SHIPPED,
    Shipment_OUT_FOR_DELIVERY,
    Shipment_DELIVERED,
    Shipment_RETURNED_TO_SENDER,
    Shipment_CANCELLED,
    Field_orderId,
    Field_customerId,
    Field_owner,
    Field_orderedOn,
    Field_requestedOn,
    Field_taxRegion,
    Field_partnerId,
    Field_shipTo,
    Field_furtherShipTos,
    Field_state,
    Field_erp,
    Field_erpOrderId,
    Field_erpOrderNumber,
    Field_lines,
    Field_shipments,
    Field_invoices,
    Field_subscriptions,
    Field_returns,
    Field_exceptions,
    Field_hold,
    Field_pause,
    Field_lastChange,
    Field_deposit,
    Field_milestones,
    Field_submittedAt,
    Field_changedAt,
    Field_money_ordered,
    Field_money_invoiced,
    Field_money_paid,
    Field_money_due,
    Field_money_cancelled,
    Field_money_tax,
    Field_money_credited,
    Field_money_refunded,
    Remedy_RETRY,
    Remedy_RELEASE_CREDIT,
    Remedy_APPROVE_PRICE,
    Remedy_CORRECT_TAX_REGION,
    Remedy_SUBSTITUTE_PRODUCT,
    Remedy_REMOVE_LINE,
    Remedy_CORRECT_ADDRESS,
    Remedy_KEEP_OURS,
    Remedy_TAKE_THEIRS,
    Remedy_EDIT_FIELD,
    Remedy_LINK_CUSTOMER,
    Remedy_REPRICE,
    Remedy_END_SUBSCRIPTION,
    Remedy_ACCEPT_INSPECTION,
    Remedy_ACCEPT_COUNT,
    Remedy_CLOSE_SHORT,
    Remedy_DISMISS_COUNT,
    Remedy_WITHDRAW_RETURN,
    Remedy_HAND_TO_COLLECTIONS,
    Remedy_WAIVE_DEPOSIT,
    Remedy_LEAVE_ON_ACCOUNT,
    Remedy_ACCEPT_AMOUNT,
    Remedy_CANCEL_ORDER,
    RemedyHelp_RETRY,
    RemedyHelp_RELEASE_CREDIT,
    RemedyHelp_APPROVE_PRICE,
    RemedyHelp_CORRECT_TAX_REGION,
    RemedyHelp_SUBSTITUTE_PRODUCT,
    RemedyHelp_REMOVE_LINE,
    RemedyHelp_CORRECT_ADDRESS,
    RemedyHelp_KEEP_OURS,
    RemedyHelp_TAKE_THEIRS,
    RemedyHelp_EDIT_FIELD,
    RemedyHelp_LINK_CUSTOMER,
    RemedyHelp_REPRICE,
    RemedyHelp_END_SUBSCRIPTION,
    RemedyHelp_ACCEPT_INSPECTION,
    RemedyHelp_ACCEPT_COUNT,
    RemedyHelp_CLOSE_SHORT,
    RemedyHelp_DISMISS_COUNT,
    RemedyHelp_WITHDRAW_RETURN,
    RemedyHelp_HAND_TO_COLLECTIONS,
    RemedyHelp_WAIVE_DEPOSIT,
    RemedyHelp_LEAVE_ON_ACCOUNT,
    RemedyHelp_ACCEPT_AMOUNT,
    RemedyHelp_CANCEL_ORDER,
    Parameter_taxRegion,
    Parameter_lineId,
    Parameter_productId,
    Parameter_street,
    Parameter_city,
    Parameter_country,
    Parameter_erpCustomerId,
    Parameter_unitPrice,
    Value_agreed,
    Value_announced,
    Value_answer,
    Value_asked,
    Value_awaited,
    Value_bill,
    Value_booked,
    Value_code,
    Value_common,
    Value_counted,
    Value_credit,
    Value_creditLimit,
    Value_currency,
    Value_customerId,
    Value_discount,
    Value_due,
    Value_erp,
    Value_erpOrderId,
    Value_exposure,
    Value_field,
    Value_found,
    Value_highest,
    Value_invoice,
    Value_left,
    Value_listPrice,
    Value_net,
    Value_number,
    Value_order,
    Value_orderId,
    Value_ours,
    Value_paid,
    Value_partnerDiscount,
    Value_productId,
    Value_provider,
    Value_remaining,
    Value_reversed,
    Value_returnId,
    Value_shipmentId,
    Value_status,
    Value_stock,
    Value_taxRegion,
    Value_theirs,
    Value_unitPrice,
    Found_CREDIT_LIMIT_EXCEEDED,
    Found_TAX_REGION_UNKNOWN,
    Found_CUSTOMER_UNKNOWN,
    Found_CUSTOMER_INACTIVE,
    Found_PRODUCT_UNKNOWN,
    Found_PRODUCT_DISCONTINUED,
    Found_NOT_STOCKED,
    Found_OUT_OF_STOCK,
    Found_PRICE_NOT_APPROVED,
    Found_PRICE_NOT_APPROVED_2,
    Found_PRICE_NOT_APPROVED_3,
    Found_PRICE_NOT_APPROVED_4,
    Found_RENEWAL_PRODUCT_GONE,
    Found_RENEWAL_PRICE_NOT_APPROVED,
    Found_CUSTOMER_CONFLICT,
    Found_DEPOSIT_NOT_PAID,
    Found_DEPOSIT_NOT_PAID_2,
    Found_AMOUNT_DIFFERS,
    Found_PAYMENT_OVERDUE,
    Found_OVER_SHIPPED,
    Found_SHORT_SHIPPED,
    Found_INSPECTION_DIFFERS,
    Found_RETURN_OVERDUE,
    On_Line,
    Because_PARKED,
    Because_COMPLETED,
    Because_CANCELLED,
    Because_PAUSED,
    Because_HELD,
    Because_SUBSCRIPTIONS_RUN,
    Because_SUBSCRIPTIONS_RUN_OUT,
    Because_DELIVERY,
    Because_TAKING_ON,
    Because_VALIDATE_ORDER,
    Because_CREATE_SALES_ORDER,
    Because_UPDATE_SALES_ORDER,
    Because_SOURCE_AGAIN,
    Because_CHECK_ALLOCATION,
    Because_BACK_ORDERED,
    Because_REQUEST_SHIPMENT,
    Because_CONFIRM_COUNT,
    Because_RECORD_ITEM_FULFILMENT,
    Because_CREATE_INVOICE,
    Because_CHECK_PAYMENT,
    Because_CANCEL_SHIPMENT,
    Because_CHECK_SHIPMENT_SHIPPED,
    Because_CHECK_SHIPMENT_DELIVERED,
    Because_HOLD_SHIPMENT,
    Because_RELEASE_SHIPMENT,
    Because_INVOICE_PERIOD,
    Because_ADJUST_PERIOD,
    Because_CHECK_BILL_PAYMENT,
    Because_CHECK_SUBSCRIPTION_CHANGE,
    Because_RENEW_SUBSCRIPTION,
    Because_AWAIT_SUBSCRIPTION_DAY,
    Because_CLOSE_SALES_ORDER,
    Because_REQUEST_DEPOSIT,
    Because_CHECK_DEPOSIT,
    Because_APPLY_DEPOSIT,
    Because_REFUND_DEPOSIT,
    Because_AWAIT_SHIP_DAY,
    Because_INFORM_ORDER,
    Because_AUTHORIZE_RETURN,
    Because_ANNOUNCE_RETURN,
    Because_CHECK_RETURN,
    Because_CONFIRM_INSPECTION,
    Because_RECORD_RETURN_RECEIPT,
    Because_CREATE_CREDIT_MEMO,
    Because_REFUND_CREDIT,
    Because_WITHDRAW_ANNOUNCEMENT,
    Because_CLOSE_RETURN_AUTHORIZATION,
    In_Maintenance,
    Step_ValidateOrder,
    Step_CreateSalesOrder,
    Step_UpdateSalesOrder,
    Step_SourceAgain,
    Step_CheckAllocation,
    Step_RequestShipment,
    Step_AwaitShipDay,
    Step_ConfirmCount,
    Step_RecordItemFulfilment,
    Step_CreateInvoice,
    Step_RequestDeposit,
    Step_CheckDeposit,
    Step_ApplyDeposit,
    Step_RefundDeposit,
    Step_CheckPayment,
    Step_CancelShipment,
    Step_CheckShipment,
    Step_HoldShipment,
    Step_ReleaseShipment,
    Step_InvoicePeriod,
    Step_AdjustPeriod,
    Step_CheckBillPayment,
    Step_CheckSubscriptionChange,
    Step_RenewSubscription,
    Step_AwaitSubscriptionDay,
    Step_CloseSalesOrder,
    Step_AuthorizeReturn,
    Step_AnnounceReturn,
    Step_CheckReturn,
    Step_ConfirmInspection,
    Step_RecordReturnReceipt,
    Step_CreateCreditMemo,
    Step_RefundCredit,
    Step_WithdrawAnnouncement,
    Step_CloseReturnAuthorization,
    Step_InformOrder,
    Event_order_submitted,
    Event_order_accepted,
    Event_order_shipped,
    Event_order_cancellation_requested,
    Event_order_cancellation_requested_2,
    Event_order_cancellation_refused,
    Event_order_cancellation_refused_2,
    Event_order_cancelled,
    Event_order_cancelled_2,
    Event_order_partly_cancelled,
    Event_order_partly_cancelled_2,
    Event_order_completed,
    Event_fulfilment_started,
    Event_fulfilment_step_requested,
    Event_fulfilment_step_abandoned,
    Event_fulfilment_step_abandoned_2,
    Event_fulfilment_order_validated,
    Event_fulfilment_sales_order_created,
    Event_fulfilment_stock_allocated,
    Event_fulfilment_stock_allocated_2,
    Event_fulfilment_ship_day_came,
    Event_fulfilment_shipment_requested,
    Event_fulfilment_shipment_picked,
    Event_fulfilment_shipment_shipped,
    Event_fulfilment_shipment_shipped_2,
    Event_fulfilment_shipment_delivered,
    Event_fulfilment_shipment_delayed,
    Event_fulfilment_shipment_delayed_2,
    Event_fulfilment_item_fulfilment_recorded,
    Event_fulfilment_invoice_issued,
    Event_fulfilment_payment_recorded,
    Event_fulfilment_part_payment_recorded,
    Event_fulfilment_payment_reversed,
    Event_fulfilment_cancellation_started,
    Event_fulfilment_cancellation_started_2,
    Event_fulfilment_cancellation_refused,
    Event_fulfilment_cancellation_refused_2,
    Event_fulfilment_shipment_cancelled,
    Event_fulfilment_shipment_cancellation_refused,
    Event_fulfilment_shipment_cancellation_refused_2,
    Event_fulfilment_sales_order_closed,
    Event_fulfilment_order_informed,
    Event_fulfilment_parked,
    Event_fulfilment_remedy_applied,
    Event_fulfilment_terms_changed,
    Event_fulfilment_completed,
    Event_fulfilment_cancelled,
    Event_fulfilment_cancelled_2,
    Event_fulfilment_deposit_requested,
    Event_fulfilment_deposit_received,
    Event_fulfilment_deposit_reversed,
    Event_fulfilment_deposit_applied,
    Event_fulfilment_deposit_refunded,
    Event_fulfilment_shipment_out_for_delivery,
    Event_fulfilment_shipment_returned_to_sender,
    Event_fulfilment_shipment_returned_to_sender_2,
    Event_fulfilment_shipment_damaged,
    Event_fulfilment_shipment_damaged_2,
    Event_fulfilment_parcels_counted,
    Event_fulfilment_parcel_tracked,
    Event_fulfilment_parcel_tracked_2,
    Event_fulfilment_parcel_tracked_3,
    Event_fulfilment_shipment_miscounted,
    Event_fulfilment_shipment_miscounted_2,
    Event_fulfilment_shipment_miscounted_3,
    Event_fulfilment_shipment_count_confirmed,
    Event_fulfilment_shipment_on_hold,
    Event_fulfilment_shipment_on_hold_2,
    Event_fulfilment_milestone_overdue,
    Event_fulfilment_shipment_checked,
    Event_fulfilment_shipping_suspended,
    Event_fulfilment_shipping_suspended_2,
    Event_fulfilment_shipping_resumed,
    Event_fulfilment_shipment_held,
    Event_fulfilment_shipment_hold_refused,
    Event_fulfilment_shipment_hold_refused_2,
    Event_fulfilment_shipment_released,
    Event_fulfilment_paused,
    Event_fulfilment_paused_2,
    Event_fulfilment_resumed,
    Event_fulfilment_resumed_2,
    Event_fulfilment_step_retried,
    Event_fulfilment_step_retried_2,
    Event_fulfilment_step_skipped,
    Event_fulfilment_step_skipped_2,
    Event_fulfilment_step_rerouted,
    Event_fulfilment_step_rerouted_2,
    Event_fulfilment_payload_injected,
    Event_fulfilment_exception_overdue,
    Event_fulfilment_change_started,
    Event_fulfilment_sales_order_changed,
    Event_fulfilment_sales_order_change_refused,
    Event_fulfilment_sales_order_change_refused_2,
    Event_fulfilment_shipment_unstocked,
    Event_fulfilment_shipment_unstocked_2,
    Event_fulfilment_sourced_again,
    Event_fulfilment_partial_cancellation_started,
    Event_fulfilment_partial_cancellation_started_2,
    Event_fulfilment_adjustment_started,
    Event_fulfilment_product_changed,
    Event_fulfilment_product_changed_2,
    Event_fulfilment_changed,
    Event_fulfilment_change_refused,
    Event_fulfilment_change_refused_2,
    Event_fulfilment_held,
    Event_fulfilment_held_2,
    Event_fulfilment_released,
    Event_fulfilment_released_2,
    Event_fulfilment_subscription_scheduled,
    Event_fulfilment_period_invoiced,
    Event_fulfilment_change_charged,
    Event_fulfilment_change_credited,
    Event_fulfilment_bill_paid,
    Event_fulfilment_subscription_change_asked,
    Event_fulfilment_subscription_changed,
    Event_fulfilment_subscription_change_refused,
    Event_fulfilment_subscription_change_refused_2,
    Event_fulfilment_renewal_changed,
    Event_fulfilment_subscription_cancelled,
    Event_fulfilment_subscription_cancelled_2,
    Event_fulfilment_subscription_renewed,
    Event_fulfilment_subscription_day_came,
    Event_fulfilment_goods_settled,
    Event_fulfilment_subscription_ended,
    Event_fulfilment_return_requested,
    Event_fulfilment_return_requested_2,
    Event_fulfilment_return_authorized,
    Event_fulfilment_return_announced,
    Event_fulfilment_return_received,
    Event_fulfilment_return_inspected,
    Event_fulfilment_return_inspected_2,
    Event_fulfilment_return_checked,
    Event_fulfilment_inspection_confirmed,
    Event_fulfilment_return_receipt_recorded,
    Event_fulfilment_credit_memo_issued,
    Event_fulfilment_refund_issued,
    Event_fulfilment_return_withdrawn,
    Event_fulfilment_return_withdrawn_2,
    Event_fulfilment_return_announcement_withdrawn,
    Event_fulfilment_return_authorization_closed,
    Event_fulfilment_return_closed,
    Because_APPLY_CREDIT,
    Because_REFUND_SUBSCRIPTION_CREDIT,
    Step_ApplyCredit,
    Step_RefundSubscriptionCredit,
    Event_fulfilment_credit_applied,
    Event_fulfilment_credit_refunded,
    Event_fulfilment_credit_left_on_account,
    Problem_unauthenticated,
    Problem_forbidden,
    Problem_bad_signature,
    Problem_invalid,
    Problem_malformed,
    Problem_idempotency_key_missing,
    Problem_idempotency_key_invalid,
    Problem_idempotency_key_reused,
    Problem_in_flight,
    Problem_not_found,
    Problem_method_not_allowed,
    Problem_not_acceptable,
    Problem_unsupported_media_type,
    Problem_too_large,
    Problem_busy,
    Problem_unclear,
    Problem_no_answer,
    Problem_internal,
    Problem_customer_exists,
    Problem_customer_merged,
    Problem_customer_hierarchy,
    Problem_customer_erased,
    Problem_own_request,
    Problem_decided_already,
    Problem_approval_expired,
    Problem_order_exists,
    Problem_order_already_completed,
    Problem_cancellation_under_way,
    Problem_change_under_way,
    Problem_line_already_shipped,
    Problem_subscription_not_changeable,
    Problem_not_returnable,
    Problem_return_too_far,
    Problem_order_ended,
    Problem_exception_not_open,
    Problem_remedy_not_offered,
    Problem_remedy_not_applicable,
    Problem_step_not_waiting,
    Problem_step_not_skippable,
    Problem_detour_not_possible,
    Problem_maintenance_over,
    Problem_payload_not_possible,
    Problem_bad_user_input,
    Language,
    Silent,
    Session_Over,
    Not_Answered,
    Answers_Status,
    Event,
    Replay_BUILDING,
    Replay_COMPARING,
    Replay_DIFFERS,
    Replay_SWITCHED,
    Replay_ABANDONED,
    Replay_ROLLED_BACK,
    Event_fulfilment_bill_partly_paid,
    Event_fulfilment_bill_payment_reversed
});

/** The label with {0}, {1} … replaced. */
export function say(label, ...values) {
    return label.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
}

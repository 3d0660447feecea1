// Generated from labels.json: npm run generate.
import Try_Again from '@salesforce/label/c.Throughline_Try_Again';
import Refresh from '@salesforce/label/c.Throughline_Refresh';
import Loading from '@salesforce/label/c.Throughline_Loading';
import Went_Wrong from '@salesforce/label/c.Throughline_Went_Wrong';
import Not_For_You from '@salesforce/label/c.Throughline_Not_For_You';
import None from '@salesforce/label/c.Throughline_None';
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

export const labels = Object.freeze({
    Try_Again,
    Refresh,
    Loading,
    Went_Wrong,
    Not_For_You,
    None,
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
    Cause_REFUND_REFUSED
});

/** The label with {0}, {1} … replaced. */
export function say(label, ...values) {
    return label.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
}

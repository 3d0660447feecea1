import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import Toast from 'lightning/toast';
import App from 'shell/app';

document.addEventListener('lightning__showtoast', ({ detail }) => {
    const toast = createElement('lightning-toast', { is: Toast });
    toast.label = detail.title;
    toast.message = detail.message;
    toast.variant = detail.variant;
    document.getElementById('toasts').replaceChildren(toast);
    setTimeout(() => toast.remove(), 6000);
});

document.getElementById('app').replaceChildren(createElement('shell-app', { is: App }));

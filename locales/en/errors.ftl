### Error pages.

error-404-title = Page not found
error-404-text = There is nothing at this address, or nothing you may see. If you typed the address, check it; if you followed a link, the record may have been withdrawn.
error-400-title = This address cannot be read
error-400-text = Part of the address is not valid. Going back and trying again from the page before usually helps.
error-429-title = Too many requests
error-429-text = Please wait a little and load the page again.
error-500-title = Something went wrong on our side
error-500-text = The fault has been recorded. Please try again; if it stays, tell the people who run this service the number below.
error-503-title = The service is busy or starting
error-503-text = Please load the page again in a few seconds.
error-request-id = Request number

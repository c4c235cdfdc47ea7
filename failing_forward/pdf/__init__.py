"""Lists to print, as tagged PDF (PDF/UA-1) in the portal's typefaces; made on request by WeasyPrint."""

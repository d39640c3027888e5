/* Stands in for Windows' own icuuc.dll while a package is tried under Wine, which has none. Never shipped.
   Every function says that no converter is there; Qt then uses those of its own. */
typedef int Status;
#define SHOWN __declspec(dllexport)
#define NOT_THERE 4

SHOWN void *ucnv_open(const char *name, Status *status) { if (status) *status = NOT_THERE; return 0; }
SHOWN void ucnv_close(void *converter) { }
SHOWN void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) { }
SHOWN void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) { }
SHOWN void ucnv_reset(void *converter) { }
SHOWN signed char ucnv_getMaxCharSize(void *converter) { return 1; }
SHOWN const char *ucnv_getName(void *converter, Status *status) { if (status) *status = NOT_THERE; return 0; }
SHOWN void ucnv_getToUCallBack(void) { }
SHOWN void ucnv_getFromUCallBack(void) { }
SHOWN void ucnv_setToUCallBack(void) { }
SHOWN void ucnv_setFromUCallBack(void) { }
SHOWN void ucnv_cbToUWriteUChars(void) { }
SHOWN void ucnv_toUnicode(void) { }
SHOWN void ucnv_cbFromUWriteUChars(void) { }
SHOWN void ucnv_fromUnicode(void) { }
SHOWN int ucnv_toUCountPending(void *converter, Status *status) { return 0; }
SHOWN int ucnv_fromUCountPending(void *converter, Status *status) { return 0; }
SHOWN const char *ucnv_getStandardName(const char *name, const char *standard, Status *status)
{ if (status) *status = NOT_THERE; return 0; }
SHOWN const char *ucnv_getAvailableName(int number) { return 0; }
SHOWN int ucnv_countAvailable(void) { return 0; }

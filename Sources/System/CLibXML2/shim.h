#include <libxml/xmlversion.h>
// Debian's libxml2 pulls in the headers of ICU, which clash with those that Foundation carries. Only the layout of
// xmlCharEncodingHandler depends on this, which Sluice does not look into.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

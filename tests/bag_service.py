# SPDX-License-Identifier: GPL-2.0-or-later
"""A WFS 2.0 on this computer that answers as the BAG service of PDOK does: hits, pages of at most 1,000, and nothing beyond the 50,000th."""

import json
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

PAGE, DEEPEST = 1000, 50_000
_HITS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
    'timeStamp="2026-04-01T09:00:00" numberMatched="{count}" numberReturned="0"/>'
)
_WRONG = (
    '<?xml version="1.0"?>\n<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0"><ows:Exception '
    'exceptionCode="InvalidParameterValue" locator="startindex"/></ows:ExceptionReport>'
)


def _feature(home):
    return {
        "type": "Feature", "id": f"verblijfsobject.{home['identificatie']}",
        "properties": {
            "identificatie": home["identificatie"], "rdf_seealso": f"http://bag.basisregistraties.overheid.nl/bag/id/{home['identificatie']}",
            "oppervlakte": 80, "status": home["status"], "gebruiksdoel": home["gebruiksdoel"], "openbare_ruimte": "Havenstraat", "huisnummer": 1,
            "huisletter": "", "toevoeging": "", "postcode": "9999AA", "woonplaats": "Markerwaard", "bouwjaar": home["bouwjaar"],
            "pandidentificatie": home["pand_identificatie"], "pandstatus": home["pand_status"],
        },
        "geometry": {"type": "Point", "coordinates": [home["x"], home["y"]]},
    }  # fmt: skip


class Service:
    """``asked``: the parameters of each request. ``broken``: how many answers fail first. ``before``: called at each request."""

    def __init__(self, homes):
        self.homes, self.asked, self.broken, self.address, self.before = homes, [], 0, "", lambda asked: None

        self._within = cache(self._looked)

    def _looked(self, west, south, east, north):
        return [one for one in self.homes if west <= one["x"] <= east and south <= one["y"] <= north]

    def answer(self, asked):
        self.asked.append(asked)
        self.before(asked)
        if self.broken:
            self.broken -= 1
            return 503, "text/html", "<html>druk</html>"
        west, south, east, north, crs = asked["bbox"].split(",")
        assert (asked["typeNames"], crs) == ("bag:verblijfsobject", "urn:ogc:def:crs:EPSG::28992")
        inside = self._within(float(west), float(south), float(east), float(north))
        if asked.get("resultType") == "hits":
            return 200, "text/xml", _HITS.format(count=len(inside))
        start, count = int(asked["startIndex"]), min(PAGE, int(asked["count"]))
        if start > DEEPEST:
            return 400, "text/xml", _WRONG
        features = [_feature(one) for one in inside[start : start + count]]
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
        return (
            200,
            "application/json",
            json.dumps({"type": "FeatureCollection", "name": "verblijfsobject", "crs": crs, "features": features}),
        )


@contextmanager
def serving(homes):
    """A service with these homes, on a free port."""
    service = Service(homes)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # Python's name
            asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            status, kind, words = service.answer(asked)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        service.address = f"http://127.0.0.1:{server.server_address[1]}/lv/bag/wfs/v2_0"
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield service
        server.shutdown()

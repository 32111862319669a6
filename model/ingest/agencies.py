"""Names of news and picture agencies, as they stand in credits all over the world's press."""

from __future__ import annotations

import re

_WIRES = (
    "AP|The Associated Press|Associated Press|AFP|Agence France-Presse|Agence France Presse|Reuters|"
    "REUTERS|UPI|"
    "United Press International|EFE|ANSA|DPA|dpa|Xinhua|TASS|Tass|Interfax|Sputnik|RIA Novosti|PA|"
    "Press Association|"
    "PA Media|Bloomberg|Kyodo|Kyodo News|Jiji|Yonhap|KCNA|PTI|Press Trust of India|ANI|IANS|Anadolu "
    "Agency|Anadolu|"
    "AA|IRNA|ISNA|Fars|Tasnim|Mehr|WAM|WAFA|SPA|SANA|NNA|MENA|QNA|KUNA|INA|AAP|Canadian Press|The "
    "Canadian Press|CP|"
    "ANP|Belga|NTB|TT|Ritzau|STT|APA|ATS|Keystone|CTK|PAP|MTI|Agerpres|BTA|HINA|Tanjug|Ukrinform|Antara|Bernama|"
    "VNA|Lusa|Agencia Brasil|Notimex|Prensa Latina|Telam|CNS|JTA|Tribune News Service|Thomson Reuters"
)
_PICTURES = (
    "Getty Images|Getty|GETTY IMAGES|AP Images|AP Photos?|AFP PHOTO|EPA-EFE|EPA|ZUMA Press|Zuma Press|ZUMA|"
    "Shutterstock|REX|iStock|iStockphoto|Alamy|Alamy Stock Photo|WireImage|FilmMagic|Landov|Newscom|Polaris|"
    "Magnum|Magnum Photos|NurPhoto|Flash90|FLASH90|Corbis|SIPA|Sipa|Sipa USA|Abaca|Contour|Redux|Barcroft|"
    "picture-alliance|picture alliance|Imago|IMAGO|AAP Image|PA Images|PA Wire|Press Association Images|"
    "Rex Features|Pixabay|Unsplash|Pexels|Flickr|Wikimedia Commons|Wikimedia|Depositphotos|Adobe "
    "Stock|Dreamstime|"
    "Maxar|Maxar Technologies|Planet Labs|WANA|Ruptly|Gamma-Rapho|Icon Sportswire|USA TODAY Sports|"
    "UPI Photo|POOL|Pool"
)

#: An agency that sends text, matched as it is written in credits (capitals count).
WIRE = f"(?:{_WIRES})"
#: Anyone named in a photo credit: agencies of either kind.
PICTURE = f"(?:{_PICTURES}|{_WIRES})"

_WIRE_NAME = re.compile(rf"\b(?:[Tt]he )?{WIRE}\b")


def wires_in(text: str) -> list[re.Match[str]]:
    """The names of text agencies in `text`, in order."""
    return list(_WIRE_NAME.finditer(text))

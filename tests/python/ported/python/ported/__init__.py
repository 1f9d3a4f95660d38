from ._ported import *

namespace OpenUpr.Sources.Csv;

/// <summary>Counts valid and broken UTF-8 sequences in a stream of bytes (Unicode standard, table 3-7).</summary>
internal sealed class Utf8Check
{
    private long _valid;
    private long _broken;
    private int _missing;
    private byte _low = 0x80;
    private byte _high = 0xBF;

    /// <summary>True when the bytes are UTF-8, or UTF-8 with slight damage. A sequence cut off at the very end does not speak against it.</summary>
    public bool IsPlausible => _broken == 0 ? _missing == 0 || _valid > 0 : _valid >= 10 * _broken;

    public void Add(byte b)
    {
        if (_missing > 0)
        {
            if (b >= _low && b <= _high)
            {
                (_low, _high) = (0x80, 0xBF);
                if (--_missing == 0)
                {
                    _valid++;
                }

                return;
            }

            _broken++;
            (_missing, _low, _high) = (0, 0x80, 0xBF);
        }

        if (b >= 0x80)
        {
            Begin(b);
        }
    }

    private void Begin(byte b)
    {
        _missing = b switch
        {
            >= 0xC2 and <= 0xDF => 1,
            >= 0xE0 and <= 0xEF => 2,
            >= 0xF0 and <= 0xF4 => 3,
            _ => 0,
        };
        _broken += _missing == 0 ? 1 : 0;
        // The second byte is restricted: no overlong forms, no surrogates, nothing above U+10FFFF.
        _low = b switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 };
        _high = b switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
    }
}

using System.Numerics;

namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>Numbers that were seen already, for one text after the other without clearing memory each time.</summary>
internal sealed class PlaceSet
{
    private (int Text, int Place)[] _slots = new (int, int)[2048];
    private int[] _places = new int[1024];
    private int _text;

    /// <summary>Forgets everything and makes room for so many.</summary>
    public void Clear(int most)
    {
        if (most * 2 > _slots.Length)
        {
            _slots = new (int, int)[BitOperations.RoundUpToPowerOf2((uint)most * 2)];
        }

        _text++;
    }

    /// <summary>Room for so many numbers of one text.</summary>
    public Span<int> Places(int count)
    {
        if (count > _places.Length)
        {
            _places = new int[count * 2];
        }

        return _places.AsSpan(0, count);
    }

    /// <summary>False when the number was there.</summary>
    public bool Add(int place)
    {
        var slot = (int)((uint)place * 2654435769u >> 8) & (_slots.Length - 1);
        while (_slots[slot].Text == _text)
        {
            if (_slots[slot].Place == place)
            {
                return false;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = (_text, place);
        return true;
    }
}

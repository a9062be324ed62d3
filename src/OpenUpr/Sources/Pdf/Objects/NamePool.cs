using System.Text;

namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>Gives the same string for the same name, so that a page with ten thousand operators does not make ten thousand strings.</summary>
internal sealed class NamePool
{
    private const int MaxNames = 10_000;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="name">At most 256 bytes.</param>
    public string Get(ReadOnlySpan<byte> name)
    {
        Span<char> chars = stackalloc char[256];
        var known = chars[..Encoding.Latin1.GetChars(name, chars)];
        if (_lookup.TryGetValue(known, out var pooled))
        {
            return pooled;
        }

        var made = known.ToString();
        if (_names.Count < MaxNames)
        {
            _names[made] = made;
        }

        return made;
    }
}

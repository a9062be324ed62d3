using System.Runtime.InteropServices;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Search.Index;

/// <summary>Reads which instruments and bodies a text names, one text after another. It is what the words say, so nobody's label and no machine's guess.</summary>
internal sealed class NamedInstruments
{
    private readonly TextWords _words = new();
    private readonly EntityFinder _finder = new();
    private readonly List<EntityMention> _mentions = [];
    private readonly List<string> _slugs = [];

    /// <summary>Their slugs, each once. The list holds until the next text.</summary>
    public IReadOnlyList<string> Of(string text)
    {
        _slugs.Clear();
        _words.Read(text);
        _finder.Find(_words, _mentions);
        foreach (var mention in CollectionsMarshal.AsSpan(_mentions))
        {
            var slug = EntityList.Current.All[mention.Entity].Slug;
            if (!_slugs.Contains(slug))
            {
                _slugs.Add(slug);
            }
        }

        return _slugs;
    }
}

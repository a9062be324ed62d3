namespace OpenUpr.Sources.Papers.Lists;

/// <summary>The texts of a list, each once: rows with the same number say the same under several themes.</summary>
internal sealed class ListCollection
{
    private readonly Dictionary<(string Paragraph, string? Part), int> _places = [];
    private readonly List<ReadText> _texts = [];

    public IReadOnlyList<ReadText> Texts => _texts;

    public List<ReadDoubt> Doubts { get; } = [];

    public void Add(ListEntry entry)
    {
        var isKnown = entry.Texts.Count > 0 && entry.Texts.All(t => _places.ContainsKey((t.Paragraph, t.Part)));
        foreach (var text in entry.Texts)
        {
            if (_places.TryGetValue((text.Paragraph, text.Part), out var place))
            {
                Merge(place, text);
            }
            else
            {
                _places[(text.Paragraph, text.Part)] = _texts.Count;
                _texts.Add(text);
            }
        }

        // The same row again raises the same doubts.
        Doubts.AddRange(isKnown ? entry.Doubts.Where(d => !Doubts.Exists(k => k with { Page = null } == d with { Page = null })) : entry.Doubts);
    }

    private void Merge(int place, ReadText again)
    {
        var first = _texts[place];
        _texts[place] = first with
        {
            Position = first.Position ?? again.Position,
            Themes = [.. first.Themes.Union(again.Themes)],
            Sdgs = [.. first.Sdgs.Union(again.Sdgs)],
            Persons = [.. first.Persons.Union(again.Persons)],
        };
        if (first.Position is { } one && again.Position is { } other && (one.Value, one.Partial) != (other.Value, other.Partial))
        {
            Doubts.Add(new ReadDoubt("position-conflict", again.Paragraph, again.Part, again.Page, other.Wording, one.Wording));
        }

        if (!string.Equals(first.Text, again.Text, StringComparison.OrdinalIgnoreCase))
        {
            Doubts.Add(new ReadDoubt("text-differs", again.Paragraph, again.Part, again.Page, again.Text, first.Text));
        }
    }
}

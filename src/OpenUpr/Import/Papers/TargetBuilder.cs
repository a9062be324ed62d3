using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>What a review has to look like in the store, from its papers, the export's pairs and what people settled. It depends on nothing else.</summary>
internal sealed class TargetBuilder(Review review, PaperMerge papers, IReadOnlyList<ExportPair> export, Settled settled, Func<long, IReadOnlyCollection<byte[]>> identitiesOf)
{
    private readonly List<TargetText> _texts = [];
    private readonly List<RaisedDoubt> _doubts = [.. papers.Doubts];
    private PairMatcher _matcher = null!;
    private Dictionary<PaperEntry, int>? _places;

    public IReadOnlyList<TargetText> Texts => _texts;

    public IReadOnlyList<RaisedDoubt> Doubts => _doubts;

    public void Build()
    {
        var pairs = PaperPairs().ToList();
        _matcher = new PairMatcher(export, pairs);
        TakeOver(pairs);
        _matcher.Run();
        foreach (var group in export.GroupBy(e => HashKey.From(e.TextKey)))
        {
            BuildExported([.. group]);
        }

        foreach (var group in _matcher.OnlyInPapers.GroupBy(p => p.Entry))
        {
            BuildOnlyInPapers(group.Key, [.. group]);
        }
    }

    private IEnumerable<PaperPair> PaperPairs()
    {
        var words = papers.Entries.ToDictionary(e => e, e => new WordBag(e.Text));
        var seen = new Dictionary<(RecommendationKind, string, string), int>();
        foreach (var entry in papers.Entries)
        {
            foreach (var rs in entry.States)
            {
                var place = (entry.Kind, entry.Paragraph, rs);
                var ordinal = seen[place] = seen.GetValueOrDefault(place, -1) + 1;
                yield return new PaperPair(entry, rs, PaperKeys.OfPair(review.Sur, review.Session, entry, rs, ordinal), words[entry]);
            }
        }
    }

    /// <summary>Pairs that a person declared to be the same, by the id of the other.</summary>
    private void TakeOver(IReadOnlyList<PaperPair> pairs)
    {
        foreach (var paper in pairs)
        {
            if (OtherOf(DoubtCodes.OnlyInReport, paper.Identity) is { } id && export.FirstOrDefault(e => e.Row.Id == id) is { } other && _matcher.Force(other, paper))
            {
                _doubts.Add(OnlyInReport(paper));
            }
        }

        foreach (var row in export)
        {
            if (OtherOf(DoubtCodes.OnlyInExport, row.Row.Identity) is { } id
                && pairs.FirstOrDefault(p => identitiesOf(id).Any(i => i.AsSpan().SequenceEqual(p.Identity))) is { } paper && _matcher.Force(row, paper))
            {
                _doubts.Add(OnlyInExport(row));
            }
        }

        long? OtherOf(string code, byte[] identity) =>
            settled.Of(code, Convert.ToHexString(identity)) is { Choice: Settlement.Typed, Value: { } typed } && long.TryParse(typed, out var id) ? id : null;
    }

    /// <summary>The pairs of one text of the export; they may stand in several paragraphs, or some of them in none.</summary>
    private void BuildExported(IReadOnlyList<ExportPair> rows)
    {
        var isFirst = true;
        foreach (var part in rows.GroupBy(EntryOf).OrderBy(g => g.Key is { } e ? PlaceOf(e) : int.MaxValue))
        {
            var entry = part.Key;
            var source = part.MinBy(e => e.Order, StringComparer.Ordinal)!;
            var text = new TargetText
            {
                Key = isFirst ? source.TextKey : PaperKeys.OfSplit(source.TextKey, entry), Kind = source.Kind, Text = source.Text, Entry = entry,
            };
            if (entry is not null || !isFirst)
            {
                // The export's own words stay beside what a person or a paper makes of them, and tell which text the pairs came from.
                text.Wordings.Add(new Wording { DocumentId = source.Row.DocumentId, Text = source.Text });
            }

            isFirst = false;
            foreach (var row in part)
            {
                AddPair(text, row);
            }

            if (text.Pairs.Count > 0)
            {
                Complete(text, source);
                _texts.Add(text);
            }
        }
    }

    private PaperEntry? EntryOf(ExportPair row) => _matcher.Matched.TryGetValue(row, out var pair) ? pair.Entry : _matcher.Within.GetValueOrDefault(row);

    private int PlaceOf(PaperEntry entry)
    {
        _places ??= papers.Entries.Select((e, i) => (e, i)).ToDictionary(p => p.e, p => p.i);
        return _places[entry];
    }

    private void AddPair(TargetText text, ExportPair row)
    {
        var paper = _matcher.Matched.GetValueOrDefault(row);
        if (text.Entry is null && papers.Entries.Any(e => e.Kind == row.Kind))
        {
            var doubt = OnlyInExport(row);
            _doubts.Add(doubt);
            if (settled.Of(doubt.Code, doubt.Subject) is { Choice: Settlement.TakeFound })
            {
                return;
            }
        }

        var rs = row.Rs;
        if (paper is not null && paper.Rs != row.Rs && paper.Rs != Reviews.State.Unknown)
        {
            var doubt = new RaisedDoubt(DoubtCodes.StateDiffers, Convert.ToHexString(row.Row.Identity), paper.Entry.Base.DocumentId)
            {
                Number = paper.Entry.Paragraph, Page = paper.Entry.Page, Excerpt = paper.Entry.Wordings[0].StatesAsPrinted, Found = paper.Rs, Stored = row.Rs,
                Entry = paper.Entry, PairIdentity = row.Row.Identity, TextKey = text.Key,
            };
            _doubts.Add(doubt);
            rs = settled.TextOf(doubt.Code, doubt.Subject, paper.Rs) ?? rs;
        }

        text.Pairs.Add(new TargetPair
        {
            Identity = row.Row.Identity, PaperIdentity = paper?.Identity, PaperId = paper?.Entry.Base.DocumentId, Rs = rs, RsInSource = rs == row.Rs ? null : row.Rs,
            DocumentId = row.Row.DocumentId, Line = row.Row.Line, Tags = text.Entry?.Tags ?? [],
        });
    }

    private void Complete(TargetText text, ExportPair source)
    {
        TargetPositions.Fill(text, source.Response);
        if (text.Entry is not { } entry)
        {
            return;
        }

        text.Wordings.AddRange(TargetPositions.WordingsOf(entry));
        var subject = $"{entry.Subject}|{Convert.ToHexString(source.TextKey)}";
        if (!WordBag.Same(source.Text, entry.Text))
        {
            _doubts.Add(Differs(DoubtCodes.TextDiffers, entry.Text, source.Text));
            text.Text = settled.TextOf(DoubtCodes.TextDiffers, subject, entry.Text) ?? text.Text;
        }

        if (entry.Final is { Read.Value: not Position.Pending } final && source.Response is { Value: not Position.Pending } response && final.Read.Value != response.Value
            && (final.Rank != PositionRank.Rule || papers.HasAddendum))
        {
            _doubts.Add(Differs(DoubtCodes.PositionDiffers, Settled.NameOf(final.Read.Value), Settled.NameOf(response.Value)) with { Excerpt = final.Read.Wording });
            TargetPositions.Settle(text, settled.Of(DoubtCodes.PositionDiffers, subject));
        }

        RaisedDoubt Differs(string code, string found, string stored) => new(code, subject, entry.Base.DocumentId)
        {
            Number = entry.Paragraph, Page = entry.Page, Found = found, Stored = stored, Entry = entry, TextKey = text.Key,
        };
    }

    private void BuildOnlyInPapers(PaperEntry entry, IReadOnlyList<PaperPair> pairs)
    {
        var text = new TargetText { Key = PaperKeys.OfText(review.Sur, review.Session, entry), Kind = entry.Kind, Text = entry.Text, Entry = entry };
        var exportIsThere = export.Any(e => e.Kind == entry.Kind);
        foreach (var pair in pairs)
        {
            var doubt = OnlyInReport(pair);
            if (exportIsThere)
            {
                _doubts.Add(doubt);
            }

            if (settled.Of(doubt.Code, doubt.Subject) is not { Choice: Settlement.KeepStored })
            {
                text.Pairs.Add(new TargetPair { Identity = pair.Identity, Rs = pair.Rs, DocumentId = entry.Base.DocumentId, Tags = entry.Tags });
            }
        }

        if (text.Pairs.Count > 0)
        {
            TargetPositions.Fill(text, response: null);
            text.Wordings.AddRange(TargetPositions.WordingsOf(entry));
            _texts.Add(text);
        }
    }

    private static RaisedDoubt OnlyInReport(PaperPair pair) => new(DoubtCodes.OnlyInReport, Convert.ToHexString(pair.Identity), pair.Entry.Base.DocumentId)
    {
        Number = pair.Entry.Paragraph, Page = pair.Entry.Page, Excerpt = pair.Rs, Found = pair.Entry.Text, Entry = pair.Entry, PairIdentity = pair.Identity,
    };

    private RaisedDoubt OnlyInExport(ExportPair row) => new(DoubtCodes.OnlyInExport, Convert.ToHexString(row.Row.Identity), papers.Entries[0].Base.DocumentId)
    {
        Excerpt = row.Rs, Stored = row.Text, PairIdentity = row.Row.Identity,
    };
}

using OpenUpr.Sources;
using OpenUpr.Sources.Docx;

namespace OpenUpr.Drafting.Checking.Word;

/// <summary>Puts a document together from the parts of a Word file (ECMA-376, part 1): text, notes, heads and feet of pages, comments, settings, properties.</summary>
/// <param name="keepsLooks">Whether the words' looks are kept, which only those need who write on in the text.</param>
internal sealed class WordFileReader(DocxPackage package, bool keepsLooks = false)
{
    /// <summary>Characters of a comment, property or address that are kept.</summary>
    private const int LongestValue = 300;

    private const int MostValues = 200;

    private readonly BodyLooks _looks = new();
    private readonly Dictionary<(bool IsEndnote, string Id), IReadOnlyList<LookRun>> _notes = [];

    /// <summary>The words of each note; empty unless looks are kept.</summary>
    public IReadOnlyDictionary<(bool IsEndnote, string Id), IReadOnlyList<LookRun>> NoteRuns => _notes;

    public CheckedDocument Read()
    {
        using var styleXml = package.OpenFirst("styles");
        var styles = StyleSheet.Read(styleXml);
        using var numberingXml = package.OpenFirst("numbering");
        var numbering = Numbering.Read(numberingXml);
        BodyReader Story(string? part = null) => new(styles, new ListLabels(numbering, styles), _looks, keepsLooks && part is not null ? package.Links(part) : null);

        using var main = package.OpenXml(package.Main)!;
        if (!main.ToRoot())
        {
            throw new SourceException("The Word document holds no text. Download it again, or save it anew from Word.");
        }

        var body = Story(package.Main);
        body.Read(main);
        var hasPageNumbers = body.HasPageNumber;
        var margins = new List<string>();
        foreach (var target in package.Relations.Where(r => r.Kind is "header" or "footer").Select(r => r.Target).Distinct())
        {
            using var xml = package.OpenXml(target);
            if (xml is not null && xml.ToRoot())
            {
                var margin = Story();
                margin.Read(xml);
                hasPageNumbers |= margin.HasPageNumber;
                margins.AddRange(margin.Paragraphs.Select(p => p.Text).Where(t => t.Length > 0));
            }
        }

        var notes = Notes(body, Story);
        return new CheckedDocument { Paragraphs = body.Paragraphs, Notes = notes, Margins = margins, HasPageNumbers = hasPageNumbers, File = Facts(body) };
    }

    private List<TextNote> Notes(BodyReader body, Func<string?, BodyReader> story)
    {
        var notes = new List<TextNote>();
        foreach (var isEndnote in new[] { false, true })
        {
            var (texts, number) = (NoteTexts(isEndnote, story(package.Relations.FirstOrDefault(r => r.Kind == (isEndnote ? "endnotes" : "footnotes")).Target)), 0);
            foreach (var (_, id, paragraph) in body.NoteReferences.Where(r => r.IsEndnote == isEndnote).DistinctBy(r => r.Id))
            {
                notes.Add(new TextNote(++number, isEndnote, texts.GetValueOrDefault(id, ""), paragraph));
            }
        }

        return [.. notes.OrderBy(n => n.IsEndnote).ThenBy(n => n.Number)];
    }

    private Dictionary<string, string> NoteTexts(bool isEndnote, BodyReader story)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = package.OpenFirst(isEndnote ? "endnotes" : "footnotes");
        var inside = xml is not null && xml.ToRoot() ? xml.Enter() : -1;
        while (xml is not null && xml.Next(inside))
        {
            // Those with a type are lines that separate notes from text.
            if (xml.Attribute("type") is null or "normal" && xml.Attribute("id") is { } id)
            {
                var from = story.Paragraphs.Count;
                story.Read(xml);
                _notes[(isEndnote, id)] = [.. story.Paragraphs.Skip(from).SelectMany(p => p.Look?.Runs ?? [])];
                texts[id] = string.Join('\n', story.Paragraphs.Skip(from).Select(p => p.Text).Where(t => t.Length > 0));
            }
        }

        return texts;
    }

    private FileFacts Facts(BodyReader body)
    {
        var outside = package.External().Where(IsOutside).Select(e => Short(e.Target)).Distinct().Take(MostValues).ToList();
        var properties = new List<(string, string)>();
        properties.AddRange(Properties("core-properties", ["creator", "lastModifiedBy", "contentStatus"]));
        properties.AddRange(Properties("extended-properties", ["Company", "Manager"]));
        properties.AddRange(Properties("extended-properties", ["Template"]).Where(t => t.Value is not ("Normal" or "Normal.dotm" or "Normal.dot")));
        var settings = Settings();
        return new FileFacts
        {
            IsProtected = settings.IsProtected,
            TracksChanges = settings.Tracks,
            EditingSessions = settings.Sessions,
            HasMacros = package.Parts.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || p.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)),
            Embedded = [.. package.Parts.Where(p => p.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || p.Contains("/afchunk", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Select(Short).Take(MostValues)],
            Outside = outside,
            Properties = properties,
            OwnProperties = [.. OwnProperties().Take(MostValues)],
            Comments = Comments(body),
            Changes = _looks.Changes,
            Hidden = _looks.Hidden,
            Languages = _looks.Languages(),
            Fonts = _looks.Fonts(),
            Page = body.Page,
        };
    }

    /// <summary>A link to a page of the web or a mail address is part of the text. A link to a file tells where it lay; anything else is loaded when the document is opened.</summary>
    private static bool IsOutside((string Kind, string Target) link) => link.Kind != "hyperlink"
        || link.Target.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || link.Target.StartsWith(@"\\", StringComparison.Ordinal) || (link.Target.Length > 2 && link.Target[1] == ':');

    private IEnumerable<(string Name, string Value)> Properties(string kind, string[] names)
    {
        using var xml = package.OpenProperties(kind);
        var inside = xml is not null && xml.ToRoot() ? xml.Enter() : -1;
        while (xml is not null && xml.Next(inside))
        {
            var name = xml.Name;
            if (names.Contains(name) && xml.ReadText().Trim() is { Length: > 0 } value)
            {
                yield return (name, Short(value));
            }
        }
    }

    private IEnumerable<string> OwnProperties()
    {
        using var xml = package.OpenProperties("custom-properties");
        var inside = xml is not null && xml.ToRoot() ? xml.Enter() : -1;
        while (xml is not null && xml.Next(inside))
        {
            if (xml.Attribute("name") is { Length: > 0 } name)
            {
                yield return Short(name);
            }
        }
    }

    private (bool IsProtected, bool Tracks, int Sessions) Settings()
    {
        var (isProtected, tracks, sessions) = (false, false, 0);
        using var xml = package.OpenFirst("settings");
        var inside = xml is not null && xml.ToRoot() ? xml.Enter() : -1;
        while (xml is not null && xml.Next(inside))
        {
            switch (xml.Name)
            {
                case "documentProtection":
                    isProtected = xml.Attribute("enforcement") is "1" or "true" or "on";
                    break;
                case "trackRevisions":
                    tracks = xml.IsOn;
                    break;
                case "rsids":
                    var within = xml.Enter();
                    while (xml.Next(within))
                    {
                        sessions += xml.Name == "rsid" ? 1 : 0;
                    }

                    break;
            }
        }

        return (isProtected, tracks, sessions);
    }

    private List<FileMark> Comments(BodyReader body)
    {
        var comments = new List<FileMark>();
        using var xml = package.OpenFirst("comments");
        var inside = xml is not null && xml.ToRoot() ? xml.Enter() : -1;
        while (xml is not null && xml.Next(inside))
        {
            if (xml.Name == "comment")
            {
                var (author, id) = (xml.Attribute("author") ?? "", xml.Attribute("id") ?? "");
                comments.Add(new FileMark(Short(author), Short(Texts(xml)), body.CommentReferences.GetValueOrDefault(id, -1)));
            }
        }

        return comments;
    }

    private static string Texts(WordXml xml)
    {
        var text = new System.Text.StringBuilder();
        Walk(xml.Enter());
        return text.ToString().Trim();

        void Walk(int inside)
        {
            while (xml.Next(inside))
            {
                if (xml.Name == "t")
                {
                    text.Append(xml.ReadText());
                }
                else
                {
                    Walk(xml.Enter());
                    text.Append(xml.Name == "p" ? " " : "");
                }
            }
        }
    }

    private static string Short(string value) => value.Length > LongestValue ? value[..LongestValue] : value;
}

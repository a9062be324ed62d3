using System.IO.Compression;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Sources.Docx;

/// <summary>
/// The frame of a Word document: its parts and how they refer to each other (ECMA-376, part 2). Read as ZIP and XML, because the Open
/// XML SDK refuses a whole document for one hyperlink that is no address, unless it may write, and gives no limit on what a part unpacks to.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    /// <summary>Bytes of the file. National reports with pictures reach 10 million.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>Bytes of all parts that are read, unpacked. A report of 200 pages has 5 million.</summary>
    public const long MaxUnpacked = 64L * 1024 * 1024;

    /// <summary>Unpacked over packed bytes. Word's XML reaches 40; a bomb reaches 1,000.</summary>
    public const int MaxRatio = 150;

    private const int MaxParts = 5_000;
    private const long HarmlessBytes = 8L * 1024 * 1024;

    private const int MaxRelations = 20_000;

    private readonly IReadOnlyList<(string Id, string Kind, string Target)> _frame;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts;
    private readonly CancellationToken _cancel;
    private long _unpacked;

    private DocxPackage(ZipArchive zip, CancellationToken cancel)
    {
        _zip = zip;
        _cancel = cancel;
        if (zip.Entries.Count > MaxParts)
        {
            throw new SourceException($"The Word document has {zip.Entries.Count:N0} parts; a paper has a few dozen. It is not read. Save it anew from Word if it is genuine.");
        }

        _parts = zip.Entries.GroupBy(e => Normal(e.FullName), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        _frame = ReadRelations("");
        var named = _frame.FirstOrDefault(r => r.Kind == "officeDocument" && _parts.ContainsKey(r.Target));
        Main = named.Target ?? (_parts.ContainsKey("word/document.xml") ? "word/document.xml"
            : throw new SourceException("The file holds no Word document: its text is missing. Download it again, or save it anew from Word."));
        Relations = ReadRelations(Main);
    }

    /// <summary>The name of the part with the running text.</summary>
    public string Main { get; }

    /// <summary>The names of all parts.</summary>
    public IEnumerable<string> Parts => _parts.Keys;

    /// <summary>What the running text refers to.</summary>
    public IReadOnlyList<(string Id, string Kind, string Target)> Relations { get; }

    /// <exception cref="SourceException">It is no Word document, protected, or too large.</exception>
    public static DocxPackage Open(Stream content, long length, CancellationToken cancel)
    {
        if (length > MaxBytes)
        {
            throw new SourceException($"The Word document has {length / 1_048_576:N0} MB; the limit is {MaxBytes / 1_048_576} MB. Save it without pictures.");
        }

        var head = new byte[8];
        content.Position = 0;
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        if (CompoundFile.IsOne(head.AsSpan(0, read)))
        {
            throw new SourceException("The Word document is protected by a password, or is an old one (.doc) under a new name. Open it in Word, take the password off and save it as .docx.");
        }

        return new DocxPackage(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true), cancel);
    }

    /// <summary>The first part of a kind that the running text refers to, such as "styles"; null where there is none.</summary>
    public WordXml? OpenFirst(string kind) => Relations.Where(r => r.Kind == kind).Select(r => OpenXml(r.Target)).FirstOrDefault(x => x is not null);

    /// <summary>The document's own properties, such as its dates (ECMA-376, part 2, 11); null where there are none.</summary>
    public WordXml? OpenProperties() => OpenProperties("core-properties");

    /// <summary>The document's properties of a kind: "core-properties", "extended-properties" (Word's own) or "custom-properties"; null where there are none.</summary>
    public WordXml? OpenProperties(string kind) => _frame.FirstOrDefault(r => r.Kind == kind).Target is { } name ? OpenXml(name) : null;

    /// <summary>What any part refers to outside of the file, such as links, linked pictures and the template.</summary>
    public IEnumerable<(string Kind, string Target)> External()
    {
        var left = MaxRelations;
        foreach (var name in _parts.Keys.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var xml = OpenXml(name)!;
            var inside = xml.ToRoot() ? xml.Enter() : -1;
            while (left > 0 && xml.Next(inside))
            {
                left--;
                if (xml.Attribute("TargetMode") == "External" && xml.Attribute("Target") is { } target)
                {
                    yield return (KindOf(xml), target);
                }
            }
        }
    }

    /// <summary>Where the links of a part lead outside of the file, by their id.</summary>
    public IReadOnlyDictionary<string, string> Links(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = OpenXml($"{part[..slash]}_rels/{part[slash..]}.rels");
        var inside = xml is not null && xml.ToRoot() ? xml.Enter() : -1;
        while (xml is not null && links.Count < MaxRelations && xml.Next(inside))
        {
            if (xml.Attribute("TargetMode") == "External" && KindOf(xml) == "hyperlink" && xml.Attribute("Target") is { Length: < 4000 } target && xml.Attribute("Id") is { } id)
            {
                links[id] = target;
            }
        }

        return links;
    }

    /// <summary>The part with this name; null where there is none.</summary>
    public WordXml? OpenXml(string name) => _parts.TryGetValue(name, out var entry)
        ? new WordXml(new MeasuredStream(entry.Open(), read => Measure(entry, read)), name, _cancel)
        : null;

    public void Dispose() => _zip.Dispose();

    private void Measure(ZipArchiveEntry entry, int read)
    {
        _cancel.ThrowIfCancellationRequested();
        _unpacked += read;
        if (_unpacked > MaxUnpacked || (_unpacked > HarmlessBytes && _unpacked / MaxRatio > entry.CompressedLength))
        {
            throw new SourceException($"The Word document unpacks to more than {_unpacked / 1_048_576:N0} MB, which no paper does. It is not read. Save it anew from Word if it is genuine.");
        }
    }

    private List<(string Id, string Kind, string Target)> ReadRelations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var relations = new List<(string Id, string Kind, string Target)>();
        using var xml = OpenXml($"{folder}_rels/{part[slash..]}.rels");
        if (xml is null || !xml.ToRoot())
        {
            return relations;
        }

        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (xml.Attribute("TargetMode") != "External" && xml.Attribute("Target") is { Length: < 1000 } target)
            {
                relations.Add((xml.Attribute("Id") ?? "", KindOf(xml), Resolve(folder, target)));
            }
        }

        return relations;
    }

    /// <summary>Kinds are addresses whose first part differs between the transitional and the strict form.</summary>
    private static string KindOf(WordXml xml)
    {
        var kind = xml.Attribute("Type") ?? "";
        return kind[(kind.LastIndexOf('/') + 1)..];
    }

    private static string Resolve(string folder, string target)
    {
        var path = new Stack<string>();
        foreach (var step in ((target.StartsWith('/') ? "" : folder) + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                path.TryPop(out _);
            }
            else if (step != ".")
            {
                path.Push(step);
            }
        }

        return string.Join('/', path.Reverse());
    }

    private static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');
}

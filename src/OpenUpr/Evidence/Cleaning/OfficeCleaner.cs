using System.Text;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>
/// Word, Excel and PowerPoint documents (ISO/IEC 29500-2): properties, thumbnail, printer set-ups, own data of other programs go; pictures
/// inside are cleaned as pictures, documents inside as documents. What cannot be cleaned inside keeps the whole from being so.
/// </summary>
internal static class OfficeCleaner
{
    private const string Core = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>""";
    private const string App = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>""";

    public static void Clean(Stream input, Stream output, CleaningJob job, TimeProvider time, CancellationToken cancel)
    {
        using var zip = new ZipCopy(input, output, job);
        var rules = new OfficeRules(job, target => NameOfDropped(target) is not null);
        foreach (var part in zip.Parts)
        {
            job.Step();
            var name = part.FullName;
            if (NameOfDropped(name) is { } kind)
            {
                job.Remove(kind);
            }
            else if (name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase))
            {
                job.Remove("properties");
                zip.Write(name, Encoding.UTF8.GetBytes(name.EndsWith("core.xml", StringComparison.OrdinalIgnoreCase) ? Core : App));
            }
            else
            {
                zip.Write(name, CleanPart(name, zip.Read(part), rules, job, time, cancel));
            }
        }
    }

    /// <summary>What a part that is left out is, or null for one that stays. Also asked of the addresses by which parts name each other.</summary>
    private static string? NameOfDropped(string part)
    {
        var name = part.Replace('\\', '/').TrimStart('/').Replace("../", "", StringComparison.Ordinal);
        return name.Contains("docProps/thumbnail", StringComparison.OrdinalIgnoreCase) ? "thumbnail"
            : name.Contains("docProps/custom", StringComparison.OrdinalIgnoreCase) ? "properties"
            : name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) ? "application-data"
            : name.Contains("printerSettings/", StringComparison.OrdinalIgnoreCase) ? "printer"
            : name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase) ? "signature"
            : name.StartsWith("docMetadata/", StringComparison.OrdinalIgnoreCase) ? "properties"
            : null;
    }

    private static byte[] CleanPart(string name, byte[] content, OfficeRules rules, CleaningJob job, TimeProvider time, CancellationToken cancel)
    {
        if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase))
        {
            return XmlCopy.Copy(content, rules, job);
        }

        // Fonts that the document brings along, scrambled as the standard asks, say nothing about anyone.
        return name.EndsWith(".odttf", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".fntdata", StringComparison.OrdinalIgnoreCase) ? content : InnerFile.Clean(content, job, time, cancel);
    }
}

/// <summary>Cleans a picture or document that lies inside another.</summary>
internal static class InnerFile
{
    public static byte[] Clean(byte[] content, CleaningJob job, TimeProvider time, CancellationToken cancel)
    {
        if (content.Length == 0)
        {
            return content;
        }

        using var input = new MemoryStream(content);
        using var output = new MemoryStream();
        var kind = KindFinder.Find(input);
        if (kind == FileKind.Text || kind == FileKind.Unknown || kind.IsRefused())
        {
            throw new CleaningException(Blocks.Inside);
        }

        try
        {
            job.Inside(() => FileCleaner.Clean(kind, input, output, job, time, cancel));
        }
        catch (CleaningException e) when (e.Block is Blocks.Kind)
        {
            throw new CleaningException(Blocks.Inside);
        }

        return output.ToArray();
    }
}

using System.Text;
using System.Xml;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>OpenDocument (ISO/IEC 26300, OASIS 1.3): meta.xml is emptied, the thumbnail goes, authors and dates of comments and changes too, pictures inside are cleaned.</summary>
internal static class OpenDocumentCleaner
{
    private const string Meta = """<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>""";

    public static void Clean(Stream input, Stream output, CleaningJob job, TimeProvider time, CancellationToken cancel)
    {
        using var zip = new ZipCopy(input, output, job);
        var rules = new Rules(job);
        foreach (var part in zip.Parts.OrderBy(p => p.FullName != "mimetype"))
        {
            job.Step();
            var name = part.FullName;
            if (IsDropped(name))
            {
                job.Remove(name.StartsWith("Thumbnails/", StringComparison.Ordinal) ? "thumbnail" : name.Contains("signatures", StringComparison.Ordinal) ? "signature" : "application-data");
            }
            else if (name == "meta.xml" || name.EndsWith("/meta.xml", StringComparison.Ordinal))
            {
                job.Remove("properties");
                zip.Write(name, Encoding.UTF8.GetBytes(Meta));
            }
            else
            {
                var content = zip.Read(part);
                zip.Write(name, name == "mimetype" ? content
                    : name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rdf", StringComparison.Ordinal) ? XmlCopy.Copy(content, rules, job)
                    : name.StartsWith("Fonts/", StringComparison.Ordinal) ? content
                    : InnerFile.Clean(content, job, time, cancel));
            }
        }
    }

    private static bool IsDropped(string part) => part.StartsWith("Thumbnails/", StringComparison.Ordinal) || part.StartsWith("Configurations2/", StringComparison.Ordinal)
        || part.StartsWith("Versions/", StringComparison.Ordinal) || part is "layout-cache" or "META-INF/documentsignatures.xml" or "VersionList.xml";

    private sealed class Rules(CleaningJob job) : XmlRules
    {
        /// <summary>Of the settings: printers, paths, editing sessions.</summary>
        private static readonly HashSet<string> s_settings = ["PrinterName", "PrinterSetup", "PrinterFullName", "PrintFaxName", "CurrentDatabaseDataSource", "CurrentDatabaseCommand", "Rsid", "RsidRoot", "RedlineProtectionKey", "TrackedChangesProtectionKey"];

        public override bool Drops(string element, XmlReader reader)
        {
            if (element == "encryption-data")
            {
                throw new CleaningException(Blocks.Encrypted);
            }

            var isSetting = element == "config-item" && reader.GetAttribute("name", reader.NamespaceURI) is { } name && s_settings.Contains(name);
            job.Remove("printer", isSetting ? 1 : 0);
            return isSetting || (element == "file-entry" && reader.GetAttribute("full-path", reader.NamespaceURI) is { } path && IsDropped(path));
        }

        public override XmlFate Attribute(string element, string name, string value, XmlReader reader)
        {
            var isSession = name is "rsid" or "paragraph-rsid";
            job.Remove("editing-sessions", isSession ? 1 : 0);
            var isPlace = name == "href" && (value.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("../../", StringComparison.Ordinal) || (element == "image" && value.Contains("://", StringComparison.Ordinal)));
            job.Remove("outside-links", isPlace ? 1 : 0);
            return isSession ? XmlFate.Gone : isPlace ? XmlFate.Say("about:blank") : XmlFate.Keep;
        }

        public override XmlFate Text(string element, string text)
        {
            var isAuthor = element is "creator" or "creator-initials" or "initial-creator" or "sender-firstname" or "sender-lastname" or "author-name" or "author-initials";
            job.Remove("authors", isAuthor ? 1 : 0);
            job.Remove("date", element == "date" ? 1 : 0);
            return isAuthor ? XmlFate.Say("Author") : element == "date" && text.Contains('T', StringComparison.Ordinal) ? XmlFate.Say("2000-01-01T00:00:00") : XmlFate.Keep;
        }
    }
}

using System.Xml;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>What goes out of the parts of a Word, Excel or PowerPoint document (ISO/IEC 29500): who wrote and changed what and when, on which machine, and where other files lie.</summary>
internal sealed class OfficeRules(CleaningJob job, Func<string, bool> isDroppedPart) : XmlRules
{
    private const string Nobody = "Author";
    private const string NoDate = "2000-01-01T00:00:00Z";
    private const string Nowhere = "about:blank";

    /// <summary>Records of editing sessions, paths, who reserved the file, the template's place, printer set-ups, records of earlier recipients.</summary>
    private static readonly HashSet<string> s_dropped = ["rsids", "absPath", "fileSharing", "attachedTemplate", "mailMerge", "printerSettings", "docVars", "saveThroughXslt", "lastView"];

    private bool _isHyperlink;

    public override bool Drops(string element, XmlReader reader)
    {
        if (s_dropped.Contains(element))
        {
            job.Remove(element == "rsids" ? "editing-sessions" : "paths");
            return true;
        }

        if (element == "Relationship")
        {
            _isHyperlink = reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) == true;
            return (reader.GetAttribute("Target") is { } target && isDroppedPart(target)) || reader.GetAttribute("Type")?.EndsWith("/attachedTemplate", StringComparison.Ordinal) == true;
        }

        return (element == "Override" && reader.GetAttribute("PartName") is { } part && isDroppedPart(part));
    }

    public override XmlFate Attribute(string element, string name, string value, XmlReader reader)
    {
        if (name.StartsWith("rsid", StringComparison.Ordinal) || name is "paraId" or "textId")
        {
            // Comments of newer versions are tied to paragraphs by these.
            return name.StartsWith("rsid", StringComparison.Ordinal) ? Gone("editing-sessions") : XmlFate.Keep;
        }

        if (name is "author" or "userName" or "displayName" || (name is "name" or "initials" && element is "cmAuthor" or "author") || (name == "initials" && element == "comment"))
        {
            return Say("authors", value, name == "initials" ? "A" : Nobody);
        }

        if (name is "userId" or "providerId" && element is "person" or "author" or "presenceInfo")
        {
            return Say("authors", value, "None");
        }

        // Of comments and changes only: elsewhere these names mean other things.
        if (name is "date" or "dT" or "dt" or "dateUtc" or "created" && value.Length >= 10 && char.IsAsciiDigit(value[0]) && value.Contains('T', StringComparison.Ordinal))
        {
            return Say("date", value, NoDate);
        }

        return element == "Relationship" && name == "Target" && reader.GetAttribute("TargetMode") == "External" ? Target(value)
            : element == "pageSetup" && name == "id" ? Gone("printer")
            : name is "descr" or "title" && LooksLikePath(value) ? Gone("paths")
            : XmlFate.Keep;
    }

    public override XmlFate Text(string element, string text) => element switch
    {
        "author" when text.Trim().Length > 0 => Say("authors", text, Nobody),
        "creator" or "lastModifiedBy" or "modifiedBy" when text.Trim().Length > 0 => Say("authors", text, Nobody),
        _ => XmlFate.Keep,
    };

    /// <summary>A link to a page of the web is part of the text; one to a file tells where it lay, and a linked picture asks a server when it is opened.</summary>
    private XmlFate Target(string value) =>
        _isHyperlink && (value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || value.StartsWith('#'))
            ? XmlFate.Keep
            : Say("outside-links", value, Nowhere);

    private static bool LooksLikePath(string value) => value.Contains(":\\", StringComparison.Ordinal) || value.StartsWith("/Users/", StringComparison.Ordinal) || value.StartsWith("/home/", StringComparison.Ordinal) || value.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    private XmlFate Gone(string kind)
    {
        job.Remove(kind);
        return XmlFate.Gone;
    }

    private XmlFate Say(string kind, string old, string now)
    {
        job.Remove(kind, old == now ? 0 : 1);
        return XmlFate.Say(now);
    }
}

namespace OpenUpr.Sources.Docx;

/// <summary>Whether the pages of a Word document lie on their long side.</summary>
internal static class PageShape
{
    /// <summary>By the last section of the text, which is the document's; false where it does not say (ECMA-376, part 1, 17.6.13).</summary>
    public static bool IsLandscape(DocxPackage package)
    {
        using var xml = package.OpenXml(package.Main);
        var found = false;
        var root = xml is not null && xml.ToRoot() ? xml.Enter() : -1;
        while (xml is not null && xml.Next(root))
        {
            var body = xml.Name == "body" ? xml.Enter() : -1;
            while (xml.Next(body))
            {
                var section = xml.Name == "sectPr" ? xml.Enter() : -1;
                while (xml.Next(section))
                {
                    found = xml.Name == "pgSz" ? xml.Attribute("orient") == "landscape" || xml.Whole("w") > xml.Whole("h") : found;
                }
            }
        }

        return found;
    }
}

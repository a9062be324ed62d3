namespace OpenUpr.Sources.Docx;

/// <summary>The same content in several forms (ECMA-376, part 3): the first is the one that Word shows; reading all would give a text box twice.</summary>
internal static class Alternatives
{
    /// <param name="read">Reads what the chosen form holds.</param>
    public static void Read(WordXml xml, Action<int> read)
    {
        var isTaken = false;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (!isTaken && xml.Name is ("Choice" or "Fallback"))
            {
                isTaken = true;
                read(xml.Enter());
            }
        }
    }
}

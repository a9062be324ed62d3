namespace OpenUpr.Sources.Papers.StateMentions;

/// <summary>Finds the outermost brackets of a text, also where one was left open.</summary>
internal static class Brackets
{
    /// <summary>Start and end (behind the closing bracket) of every outermost pair. A bracket that nothing closes reaches to the end of the text, or to where the next one opens.</summary>
    public static IReadOnlyList<(int Start, int End)> Outermost(string text)
    {
        var found = new List<(int, int)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('(' or '['))
            {
                continue;
            }

            var end = Close(text, at);
            found.Add((at, end));
            at = end - 1;
        }

        return found;
    }

    private static int Close(string text, int start)
    {
        var (depth, lastClose) = (0, -1);
        for (var at = start; at < text.Length; at++)
        {
            depth += text[at] is '(' or '[' ? 1 : text[at] is ')' or ']' ? -1 : 0;
            lastClose = text[at] is ')' or ']' ? at : lastClose;
            if (depth == 0)
            {
                return at + 1;
            }

            // "(Bel Tora (Federation of); and more": a mark that ends sentences ends an open bracket too, once one bracket inside was closed.
            if (text[at] is ';' or '.' && lastClose > start && lastClose == at - 1)
            {
                return lastClose + 1;
            }
        }

        // Nothing closes it: up to the mark at the end.
        return text.AsSpan().TrimEnd(" ;.,*").Length is var end && end > start ? end : text.Length;
    }
}

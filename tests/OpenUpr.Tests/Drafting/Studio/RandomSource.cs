using OpenUpr.Drafting.Studio;

namespace OpenUpr.Tests.Drafting;

/// <summary>Makes documents of any kind and language from what people, their keyboards and other programs can put into a text.</summary>
internal sealed class RandomSource(int seed)
{
    /// <summary>A PNG of one pixel.</summary>
    public static byte[] Logo { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly string[] s_languages = ["en", "fr", "es", "ar", "he", "fa", "ru", "zh", "sw", "en-US", "xx", "not a tag"];

    private static readonly string[] s_words =
    [
        "the", "police", "of", "Tovell", "held", "2025", "30 %", "10 000", "l’État", "señora", "Überwachung", "الشرطة", "حقوق", "الإنسان", "١٢", "זכויות", "אדם", "полиция", "人权理事会", "สิทธิ",
        "🙂", "👩🏽‍⚖️", "𝒳", "e\u0301", "\u200F", "\u202E", "\u0001", "\u0008", "\u001F", "\uFFFE", "\ud83d", "\u0085", "\u2028", "a\tb", "<w:t>", "&amp;", "]]>", "\"q\"", "**", "*", "[", "]", "^[", "(", ")", "|", "\\", "\\*", "R:", "#", "-",
        "**bold**", "*slanted*", "***both***", "[leads on](https://tovell.example/a?b=c&d=é)", "[bad](javascript:x)", "^[CRC/C/TOV/CO/3, para. 12.]", "^[see [page](https://tovell.example/x_(y)).]",
    ];

    private static readonly string[] s_marks = ["", "", "", "", "", "", "- ", "- ", "> ", "R: ", "R: ", "Q: ", "# ", "## ", "### ", "  "];

    private readonly Random _random = new(seed);

    /// <param name="words">At most.</param>
    public StudioSource Make(int words)
    {
        var kind = Pick(StudioKinds.All);
        var sections = new List<SourceSection>();
        for (var left = words; left > 0;)
        {
            var text = Text(Math.Min(left, _random.Next(1, 1 + (words / 3))), out var used);
            left -= used;
            sections.Add(new SourceSection(Pick(SectionSlots.All), _random.Next(4) == 0 ? "" : Words(_random.Next(1, 8)), _random.Next(0, 5), text, sections.Count));
        }

        return new StudioSource(kind, Pick(s_languages), Words(5), _random.Next(3) == 0 ? null : Cover(), sections);
    }

    private ComposedCover Cover() => new(
        [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Words(6))], _random.Next(2) == 0 ? null : "Submitted by",
        [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new ComposedSubmitter(Words(3), [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Words(9))]))],
        _random.Next(3) switch { 0 => null, 1 => [1, 2, 3], _ => Logo }, _random.Next(2) == 0 ? null : "The logo of the Forum");

    private string Text(int words, out int used)
    {
        var (lines, left) = (new List<string>(), words);
        while (left > 0)
        {
            var length = Math.Min(left, _random.Next(1, 60));
            left -= length;
            lines.Add(_random.Next(14) == 0 ? Table(length) : Pick(s_marks) + Words(length));
            if (_random.Next(3) > 0)
            {
                lines.Add("");
            }
        }

        used = words - left;
        return string.Join(_random.Next(2) == 0 ? "\n" : "\r\n", lines);
    }

    private string Table(int words) =>
        string.Join('\n', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => "| " + string.Join(" | ", Enumerable.Range(0, _random.Next(1, 15)).Select(_ => Words(_random.Next(0, 1 + (words / 4))))) + " |"));

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Pick(s_words)));

    private T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}

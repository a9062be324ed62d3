using System.Text.RegularExpressions;
using OpenUpr.Drafting.Checking;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.Drafting.Checking;

public class PhraseListTests
{
    private static readonly IReadOnlyList<(string Code, string Phrase)> s_rows = [.. ReferenceTable.Read("OpenUpr.Drafting.Checking.Data.check-phrases.csv").Select(r => (r["code"], r["phrase"]))];

    [Theory]
    [InlineData("Their EXECUTIVE\u00A0 summary, and key-words.", "head-summary", "EXECUTIVE\u00A0 summary|key-words")]
    [InlineData("Summaryless abstracts", "head-summary", "")]
    [InlineData("See A/HRC/WG.6/22/1", "own-submission", "A/HRC/WG.6/")]
    public void FindsWholeWordsInAnyCase(string text, string code, string expected) => Assert.Equal(expected, string.Join('|', PhraseList.Find(code, text)));

    [Fact]
    public void FindsWhatAPatternOfTheSamePhrasesFinds()
    {
        var random = new Random(7);
        foreach (var list in s_rows.GroupBy(r => r.Code))
        {
            var pattern = new Regex(
                $@"\b(?:{string.Join('|', list.Select(r => r.Phrase).OrderByDescending(p => p.Length).Select(Escape))})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(30));
            for (var i = 0; i < 20; i++)
            {
                var text = Text(random);
                Assert.Equal(pattern.Matches(text).Select(m => (m.Index, m.Length)), PhraseList.Places(list.Key, text).ToList());
            }
        }
    }

    /// <summary>Phrases of all lists, some cut, joined, in capitals, with other spaces and apostrophes.</summary>
    private static string Text(Random random) => string.Concat(Enumerable.Range(0, 60).Select(_ =>
    {
        var phrase = s_rows[random.Next(s_rows.Count)].Phrase.TrimEnd('*');
        return random.Next(8) switch
        {
            0 => phrase[..random.Next(phrase.Length)],
            1 => phrase.ToUpperInvariant(),
            2 => phrase.Replace(" ", " \u00A0\n", StringComparison.Ordinal),
            3 => phrase.Replace('\'', '’') + "ing",
            4 => "-" + phrase + "_",
            5 => "1" + phrase,
            6 => phrase + "e\u0301",
            _ => phrase,
        } + (random.Next(5) == 0 ? "" : random.Next(4) == 0 ? ", " : " ");
    }));

    private static string Escape(string phrase) =>
        Regex.Escape(phrase.TrimEnd('*')).Replace(@"\ ", @"[\s\u00A0]+", StringComparison.Ordinal).Replace("'", "['’]", StringComparison.Ordinal) + (phrase.EndsWith('*') ? @"\w*" : char.IsLetterOrDigit(phrase[^1]) ? @"\b" : "");
}

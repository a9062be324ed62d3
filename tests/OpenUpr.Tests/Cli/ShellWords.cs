using System.Text;

namespace OpenUpr.Tests.Cli;

/// <summary>Splits a command line as a shell does, as far as our examples go: spaces, single and double quotes.</summary>
internal static class ShellWords
{
    public static string[] Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        foreach (var c in line)
        {
            if (c == quote || (quote is null && c is '\'' or '"'))
            {
                quote = quote is null ? c : null;
            }
            else if (quote is null && c == ' ')
            {
                words.Add(word.ToString());
                word.Clear();
            }
            else
            {
                word.Append(c);
            }
        }

        words.Add(word.ToString());
        return [.. words];
    }
}

using System.Text;

namespace OpenUpr.Sources.Csv;

/// <summary>
/// Words with bytes above 127, kept to ask which one-byte encoding makes sense of them. In Mac Roman 8E is é, in Windows-1252
/// it is Ž; only one of the two can be right in "Habr8E". Points for letters inside words, common accents, an apostrophe between
/// letters, quotation marks at the ends of words, names of States; points off for a capital after a small letter, a
/// symbol inside a word, a code without character.
/// </summary>
internal sealed class LegacyWords
{
    private const int MaxWords = 5_000;
    private const int MaxLength = 48;
    private const int KnownName = 6;

    private readonly Dictionary<string, int> _words = [];
    private readonly byte[] _word = new byte[MaxLength];
    private int _length;
    private bool _isForeign;

    public void Add(byte b)
    {
        if (b >= 0x80 || char.IsAsciiLetter((char)b) || b == '\'')
        {
            if (_length < MaxLength)
            {
                _word[_length++] = b;
                _isForeign |= b >= 0x80;
            }

            return;
        }

        End();
    }

    public int Score(Encoding encoding, Func<string, bool> isKnownName)
    {
        End();
        var score = 0;
        foreach (var (bytes, count) in _words)
        {
            var word = encoding.GetString(Encoding.Latin1.GetBytes(bytes));
            // A word that comes often is one piece of evidence, not hundreds.
            score += Math.Min(count, 3) * ScoreWord(word, isKnownName);
        }

        return score;
    }

    private static int ScoreWord(string word, Func<string, bool> isKnownName)
    {
        var score = isKnownName(word) ? KnownName : 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] >= 0x80)
            {
                score += ScoreAt(word, i);
            }
        }

        return score;
    }

    private static int ScoreAt(string word, int i)
    {
        var before = i > 0 ? word[i - 1] : ' ';
        var after = i + 1 < word.Length ? word[i + 1] : ' ';
        var inside = char.IsLetter(before) && char.IsLetter(after);
        return word[i] switch
        {
            // "women’s" in Windows-1252 reads "womenís" in Mac Roman.
            'í' when char.IsLetter(before) && after is 's' or 't' && i + 2 == word.Length => -4,
            >= '\u0080' and < '\u00A0' => -10,
            '\u00A0' => 0,
            '’' => inside || after == ' ' ? 4 : -1,
            '‘' or '“' or '«' => before == ' ' ? 4 : -2,
            '”' or '»' => after == ' ' ? 4 : -2,
            '–' or '—' or '…' => inside ? 1 : 3,
            '°' => inside ? -2 : 2,
            var c when char.IsLetter(c) => ScoreLetter(c, before, after),
            _ => -2,
        };
    }

    private static int ScoreLetter(char c, char before, char after)
    {
        const string Common = "éèêëàâäçôöîïíóòúùûüñáãåæøßœÉÈÀÇÖÜÅØÁÍÓÚÑ";
        var points = Common.Contains(c, StringComparison.Ordinal) ? 2 : 0;
        if (char.IsUpper(c) ? char.IsLower(before) : char.IsUpper(after))
        {
            return points - 5;
        }

        return points + (char.IsLetter(before) || char.IsLetter(after) ? 1 : 0);
    }

    private void End()
    {
        if (_isForeign)
        {
            var word = Encoding.Latin1.GetString(_word, 0, _length);
            if (_words.TryGetValue(word, out var count))
            {
                _words[word] = count + 1;
            }
            else if (_words.Count < MaxWords)
            {
                _words[word] = 1;
            }
        }

        (_length, _isForeign) = (0, false);
    }
}

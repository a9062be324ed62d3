using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>
/// Reads lists of places such as "24 (c), 43 (f), 48 (b) (d), 79 (a, c), 67 (b) (i) and (ii), 70 to 72 and 56, last sentence" of reports of sessions 1 to 5
/// (2008 and 2009), whose conclusions name recommendations by where they stand in the dialogue.
/// </summary>
internal static partial class CitationList
{
    /// <summary>The longest real list, of some hundred places, has a few thousand characters.</summary>
    private const int LongestList = 20_000;

    /// <summary>The places that a sentence about recommendations names; none where it points to another paper ("paragraph 23 of the national report").</summary>
    public static IReadOnlyList<Citation> Read(string sentence)
    {
        sentence = sentence[..Math.Min(sentence.Length, LongestList)];
        var found = new List<Citation>();
        for (var opening = Opening().Match(sentence); opening.Success; opening = Opening().Match(sentence, opening.Index + opening.Length))
        {
            var list = new ListReader(sentence, opening.Index + opening.Length);
            if (!OtherPaper().IsMatch(sentence[list.End..]))
            {
                found.AddRange(list.Citations);
            }
        }

        return found;
    }

    [GeneratedRegex(@"\brecommendations?\b[^.]{0,160}?\b(?:paragraphs?|paras?\b\.?)[\s:]*(?=\d|the )|(?<=[,;]\s(?:and\s)?)paragraphs?\s+(?=\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[\s,]*(?:of|in|from)\s+(?!(?:the\s+)?(?:present\s+|this\s+)?report|this\b|section|the\s+(?:dialogue|interactive|preceding))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OtherPaper();

    /// <summary>Walks over one list; stops at the first word that is no part of it.</summary>
    private sealed partial class ListReader
    {
        private readonly List<Citation> _citations = [];
        private int? _paragraph;
        private CitedPiece _next;
        private bool _range;

        public ListReader(string text, int start)
        {
            var at = start;
            for (var token = Token().Match(text, at); token.Success; token = Token().Match(text, at))
            {
                Take(token);
                at = token.Index + token.Length;
                End = token.Groups["mark"].Success ? End : at;
            }

            End = Math.Max(End, start);
        }

        public int End { get; }

        public IEnumerable<Citation> Citations => _citations;

        private void Take(Match token)
        {
            if (token.Groups["number"] is { Success: true } number)
            {
                TakeNumber(int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
            }
            else if (token.Groups["items"] is { Success: true } items)
            {
                foreach (var item in items.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    TakeItem(item);
                }
            }
            else if (token.Groups["piece"] is { Success: true } piece)
            {
                TakePiece(piece.Value.StartsWith("last", StringComparison.OrdinalIgnoreCase) ? CitedPiece.Last : CitedPiece.First, token.Groups["of"].Success);
            }

            _range = token.Groups["range"].Success;
        }

        private void TakeNumber(int number)
        {
            // "70 to 72": the numbers between are cited too. Longer runs are misread numbers.
            for (var between = (_paragraph ?? number) + 1; _range && between < number && number - between < 60; between++)
            {
                _citations.Add(new Citation(between, []));
            }

            _paragraph = number;
            _citations.Add(new Citation(number, [], _next));
            _next = CitedPiece.All;
        }

        private void TakeItem(string item)
        {
            if (_paragraph is not { } number)
            {
                return;
            }

            var last = _citations[^1];
            if (last.Items.Count == 0)
            {
                _citations.RemoveAt(_citations.Count - 1);
            }

            if (IsSubitem(item, last.Items))
            {
                // "(b) (i)": not all of (b), but its first.
                if (last.Items.Count == 1)
                {
                    _citations.RemoveAt(_citations.Count - 1);
                }

                _citations.Add(new Citation(number, [last.Items[0], item]));
                return;
            }

            for (var between = last.Items is [{ Length: 1 } from] && _range && item.Length == 1 ? from[0] + 1 : int.MaxValue; between < item[0]; between++)
            {
                _citations.Add(new Citation(number, [((char)between).ToString()]));
            }

            _citations.Add(new Citation(number, [item]));
        }

        /// <summary>"(ii)" is always one, "(i)" when it does not follow "(h)".</summary>
        private static bool IsSubitem(string item, IReadOnlyList<string> last) =>
            last.Count > 0 && (item.Length > 1 || (item == "i" && last[0] != "h") || (last.Count > 1 && item is "v" or "x"));

        private void TakePiece(CitedPiece piece, bool before)
        {
            if (before)
            {
                _next = piece;
            }
            else if (_citations.Count > 0)
            {
                _citations[^1] = _citations[^1] with { Piece = piece };
            }
        }

        [GeneratedRegex(@"\G\s*(?:(?<number>\d{1,3})(?![\d.]*\d)|\(\s*(?<items>[a-z]{1,4}(?:\s*,\s*[a-z]{1,4})*)\s*\)|(?<=\d\s?)(?<items>[a-z])\)|(?:the\s+)?(?<piece>(?:first|last|second)\s+(?:part|sentence|half))(?<of>\s+of)?|(?<range>-|–|to\b)|(?<mark>[,;:.]?\s*and\b|[,;]|&|as well as|paragraphs?\b))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
        private static partial Regex Token();
    }
}

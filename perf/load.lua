-- For wrk: asks for the search pages of a file of queries (OPENUPR_QUERIES), one after another; "fixed" asks for one page only.
local pages = {}
local next = 0

local function encode(text)
  return (text:gsub("[^%w%-_%.~]", function(c) return string.format("%%%02X", c:byte()) end))
end

function init(args)
  for line in io.lines(os.getenv("OPENUPR_QUERIES")) do
    if #line > 0 and line:sub(1, 1) ~= "#" then pages[#pages + 1] = "/recommendations?q=" .. encode(line) end
  end
  if args[1] == "fixed" then pages = { pages[1] } end
end

function request()
  next = next % #pages + 1
  return wrk.format("GET", pages[next], { ["Accept-Encoding"] = "br, gzip" })
end

-- One request for wrk, or documents in rotation, or every document new: what follows "--" is the body's file, the count and the first number.
local function bodyOf(n, template)
  return (template:gsub("query D0%(", "query D" .. n .. "("):gsub("f0: ", "f" .. n .. ": "))
end

function init(args)
  local file = assert(io.open(args[1], "rb"))
  local template = file:read("*a")
  file:close()
  local count, first = tonumber(args[2]), tonumber(args[3])
  wrk.method = "POST"
  wrk.headers["content-type"] = "application/json"
  wrk.headers["accept"] = "application/json"
  local n = 0
  if count > 0 then
    local made = {}
    for i = 1, count do made[i] = wrk.format(nil, nil, nil, count == 1 and template or bodyOf(i - 1, template)) end
    request = function()
      n = n % count + 1
      return made[n]
    end
    return
  end
  request = function()
    n = n + 1
    return wrk.format(nil, nil, nil, bodyOf(first + n, template))
  end
end

function done(summary, latency)
  io.write(string.format("requests=%d micros=%d failed=%d p99=%d\n", summary.requests, summary.duration,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout, latency:percentile(99)))
end

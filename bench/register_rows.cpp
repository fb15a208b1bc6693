// Writes a site with a register of N contracts, the same for the same N: register_rows FOLDER N
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

namespace {

// SplitMix64: the same numbers on every machine and with every standard library.
class Numbers {
public:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& words) {
    return words[below(N)];
  }

private:
  std::uint64_t state_ = 416243;
};

constexpr std::array<std::string_view, 8> departments{
    "Adult care", "Children's services", "Public health", "Highways", "Education", "Housing", "Corporate", "Leisure"};
constexpr std::array<std::string_view, 16> words{"care",     "home",     "support",  "school",   "transport", "repair",
                                                 "cleaning", "advice",   "training", "respite",  "youth",     "grounds",
                                                 "legal",    "software", "catering", "fostering"};
constexpr std::array<std::string_view, 3> procedures{"quote", "tender", "call-off"};
constexpr std::array<std::string_view, 4> sizes{"micro", "small", "medium", "large"};
constexpr std::array<std::string_view, 12> divisions{"85", "80", "79", "72", "71", "60",
                                                     "55", "50", "45", "33", "90", "98"};

std::string padded(std::uint64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string some_words(Numbers& numbers, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + std::string(numbers.one_of(words));
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void write_site(const std::filesystem::path& folder) {
  std::ofstream site(folder / "site.toml");
  site << "title = \"Large register\"\nbase_url = \"https://register.example/\"\n\n[register]\nlicence = "
          "\"OGL-UK-3.0\"\n"
          "ocid_prefix = \"ocds-213czf\"\ndepartments = [";
  for (const std::string_view department : departments) site << '"' << department << "\", ";
  site << "]\n\n[rules]\n";
  for (const std::string_view rule : {"uncovered", "orphan", "empty-section", "contract-without-purpose"})
    site << rule << " = \"off\"\n";
  std::ofstream(folder / "content/index.md") << "+++\ntitle = \"Large register\"\n+++\n\nA register.\n";
}

void write_suppliers(const std::filesystem::path& folder, std::uint64_t count, Numbers& numbers) {
  std::ofstream csv(folder / "content/register/suppliers.csv");
  csv << "id,title,company_number,size,sector\n";
  for (std::uint64_t i = 0; i < count; ++i)
    csv << "supplier-" << i << ",Supplier " << i << " Ltd," << padded(10000000 + i, 8) << ',' << numbers.one_of(sizes)
        << ",private\n";
}

void write_contract(std::ostream& csv, std::uint64_t i, std::uint64_t suppliers, Numbers& numbers) {
  const std::uint64_t year = 2018 + numbers.below(9), years = 1 + numbers.below(4);
  const std::string month = padded(1 + numbers.below(12), 2);
  csv << "C-" << padded(i, 6) << ',' << some_words(numbers, 4) << ',' << some_words(numbers, 14) << ','
      << numbers.one_of(departments) << ",supplier-" << numbers.below(suppliers) << ',' << 5000 + numbers.below(9000000)
      << '.' << padded(numbers.below(100), 2) << ",0.00," << year << '-' << month << "-01," << year + years << '-'
      << month << "-28," << year + years << '-' << month << "-01," << numbers.one_of(procedures) << ','
      << (numbers.below(2) == 0 ? "yes" : "no") << ',' << (numbers.below(4) == 0 ? "yes" : "no") << ','
      << numbers.one_of(divisions) << padded(numbers.below(1000), 3) << "000," << 2 + numbers.below(7) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: register_rows FOLDER N\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
  const std::uint64_t suppliers = std::max<std::uint64_t>(10, count / 20);
  std::filesystem::create_directories(folder / "content/register");
  Numbers numbers;
  write_site(folder);
  write_suppliers(folder, suppliers, numbers);
  std::ofstream csv(folder / "content/register/contracts.csv");
  csv << "id,title,description,department,supplier,value_net,vat_irrecoverable,start,end,review,procedure,sme,vcse,cpv,"
         "bids_received\n";
  for (std::uint64_t i = 0; i < count; ++i) write_contract(csv, i, suppliers, numbers);
  csv.flush();
  return csv ? 0 : 1;
}

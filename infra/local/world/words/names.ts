/** Given and family names as they stand on profiles, by where they are common. Scripts and diacritics on purpose. */
export const people = {
  indian: {
    given: `Meera Aarav Ananya Kavya Rohan Ishita Priya Neha Aditi Sanya Riya Pooja Divya Tanvi Shreya Nisha Anjali Lakshmi Fatima Zoya
      Harpreet Simran Gurleen Devika Malini Revathi Sowmya Keerthana Arjun Vikram Siddharth Kabir Imran Nikhil Rahul Varun Manoj Sneha
      Ipsita Debolina Moumita Trisha Ayesha Ruhi Charvi Aisha Bhavna Chitra Esha Gauri Hema Jaya Komal Leela Mansi Naina Ojasvi Pallavi
      Radhika Sakshi Tara Urvashi Vaishali Yamini Ashwin Chetan Dev Farhan Gaurav Harsh Ishaan Jatin Karan Lalit`,
    family: `Sharma Verma Iyer Nair Menon Reddy Rao Patel Shah Mehta Singh Kaur Gill Bose Sen Chatterjee Mukherjee Das Kulkarni Deshpande
      Joshi Pillai Krishnan Subramaniam Khan Sheikh Ansari Fernandes D'Souza Pinto Thomas Kurian Bhat Shetty Hegde Gowda Chauhan Rathore
      Agarwal Gupta Bansal Malhotra Kapoor Arora Sethi Mishra Pandey Tripathi`,
  },
  hindi: {
    given: 'मीरा अनन्या काव्या रोहन प्रिया नेहा अदिति पूजा दिव्या श्रेया',
    family: 'शर्मा वर्मा सिंह गुप्ता मिश्रा जोशी यादव त्रिपाठी',
  },
  elsewhere: {
    given: 'Zoë José Siân Anaïs Łucja Søren Chloé Noor Yusuf Emily Grace Oliver Mia Hannah Daniel Amara Chidi Linh Mei',
    family: "O'Connor Müller García Nguyễn Smith Brown Al-Farsi Okafor Tan Lim Kowalska Lindqvist Haddad Wright",
  },
} as const;

export const indianCities = [
  'Mumbai',
  'Delhi',
  'Bengaluru',
  'Pune',
  'Chennai',
  'Hyderabad',
  'Kolkata',
  'Jaipur',
  'Kochi',
  'Lucknow',
  'Indore',
  'Chandigarh',
  'Ahmedabad',
  'Guwahati',
  'Mysuru',
  'Nagpur',
] as const;

/** Where the others live: city, country, time zone. */
export const otherPlaces = [
  ['London', 'GB', 'Europe/London'],
  ['Dubai', 'AE', 'Asia/Dubai'],
  ['Singapore', 'SG', 'Asia/Singapore'],
  ['Toronto', 'CA', 'America/Toronto'],
  ['Berlin', 'DE', 'Europe/Berlin'],
  ['Colombo', 'LK', 'Asia/Colombo'],
] as const;

/** What handles are made of besides the name. */
export const handleWords =
  `glow diaries skin stories beauty kitchen bytes talks life vlogs daily edit corner tales notes
  journal with by the world studio loves`.split(/\s+/);
